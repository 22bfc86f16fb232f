package dev.tare.engine;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The answer of an engine to one request. Closing it closes the connection.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112">RFC 9112, HTTP/1.1</a>
 */
final class HttpAnswer implements Closeable {

    /** Bytes of the status line and all headers. */
    private static final int MAX_HEAD = 64 << 10;

    /** Answers such as 100 before the final one. */
    private static final int MAX_INTERIM = 8;

    private static final int BUFFER = 64 << 10;

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})( .*)?");

    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    private final Connection connection;

    private final int status;

    private final AnswerBody body;

    private HttpAnswer(Connection connection, int status, AnswerBody body) {
        this.connection = connection;
        this.status = status;
        this.body = body;
    }

    /** Reads the status and the headers. */
    static HttpAnswer read(Connection connection) throws IOException {
        InputStream in = new BufferedInputStream(connection.input(), BUFFER);
        for (int i = 0; i < MAX_INTERIM; i++) {
            LineReader lines = new LineReader(in, MAX_HEAD);
            int status = status(lines.next());
            Map<String, String> headers = headers(lines);
            if (status >= 200) {
                return new HttpAnswer(connection, status, body(in, status, headers));
            }
        }
        throw new ProtocolException("it sends more than " + MAX_INTERIM + " interim answers");
    }

    int status() {
        return this.status;
    }

    InputStream body() {
        return this.body;
    }

    /** The whole body, or {@code null} if it is larger than this many bytes. */
    byte @Nullable [] content(int max) throws IOException {
        byte[] content = this.body.readNBytes(max + 1);
        return content.length > max ? null : content;
    }

    @Override
    public void close() {
        this.connection.close();
    }

    private static int status(String line) throws IOException {
        Matcher matcher = STATUS.matcher(line);
        if (!matcher.matches()) {
            throw new ProtocolException("its answer is not HTTP");
        }
        return Integer.parseInt(matcher.group(1));
    }

    private static Map<String, String> headers(LineReader lines) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw new ProtocolException("its answer has an invalid header");
            }
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).strip();
            String other = headers.putIfAbsent(name, value);
            if (other != null && !other.equals(value) && name.equals("content-length")) {
                throw new ProtocolException("its answer has two lengths");
            }
        }
        return headers;
    }

    private static AnswerBody body(InputStream in, int status, Map<String, String> headers) throws IOException {
        String encoding = headers.get("transfer-encoding");
        String length = headers.get("content-length");
        if (status == 204 || status == 304) {
            return AnswerBody.ofLength(in, 0);
        }
        if (encoding != null) {
            if (!encoding.equalsIgnoreCase("chunked")) {
                throw new ProtocolException("its answer has an unknown transfer encoding");
            }
            return AnswerBody.chunked(in);
        }
        if (length == null) {
            return AnswerBody.untilEnd(in);
        }
        if (!LENGTH.matcher(length).matches()) {
            throw new ProtocolException("its answer has an invalid length");
        }
        return AnswerBody.ofLength(in, Long.parseLong(length));
    }

    /** Reads lines that end with a line feed, usually after a carriage return, up to a total size. */
    static final class LineReader {

        private final InputStream in;

        private final int max;

        private int read;

        LineReader(InputStream in, int max) {
            this.in = in;
            this.max = max;
        }

        String next() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = this.in.read(); next != '\n'; next = this.in.read()) {
                if (next < 0) {
                    throw new EOFException("it closes the connection before the end of its answer");
                }
                if (++this.read > this.max) {
                    throw new ProtocolException("its answer has headers of more than " + this.max + " bytes");
                }
                line.append((char) next);
            }
            this.read++;
            int end = line.length();
            return line.substring(0, end > 0 && line.charAt(end - 1) == '\r' ? end - 1 : end);
        }
    }
}
