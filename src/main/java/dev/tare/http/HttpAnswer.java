package dev.tare.http;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a request: its status and headers, and the body while it arrives.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112">RFC 9112, HTTP/1.1</a>
 */
public final class HttpAnswer implements Closeable {

    /** Bytes of the status line and all headers. */
    private static final int MAX_HEAD = 64 << 10;

    /** Answers such as 100 before the final one. */
    private static final int MAX_INTERIM = 8;

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.([01]) ([1-5][0-9]{2})( .*)?");

    private final HttpConnection connection;

    private final int status;

    private final HttpHeaders headers;

    private final AnswerBody body;

    private final boolean keepsConnection;

    private HttpAnswer(HttpConnection connection, int status, HttpHeaders headers, AnswerBody body,
            boolean keepsConnection) {
        this.connection = connection;
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.keepsConnection = keepsConnection;
    }

    /** Reads the status and the headers. */
    static HttpAnswer read(HttpConnection connection, InputStream in) throws IOException {
        for (int i = 0; i < MAX_INTERIM; i++) {
            LineReader lines = new LineReader(in, MAX_HEAD);
            Matcher start = STATUS.matcher(lines.first());
            if (!start.matches()) {
                throw new NotHttpException();
            }
            HttpHeaders headers = new HttpHeaders();
            for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
                headers.add(line);
            }
            int status = Integer.parseInt(start.group(2));
            if (status >= 200) {
                boolean closes = start.group(1).equals("0")
                        || headers.all("Connection").stream().anyMatch(value -> value.equalsIgnoreCase("close"));
                return new HttpAnswer(connection, status, headers, body(in, status, headers), !closes);
            }
        }
        throw new ProtocolException("it sends more than " + MAX_INTERIM + " interim answers");
    }

    public int status() {
        return this.status;
    }

    public HttpHeaders headers() {
        return this.headers;
    }

    /** The bytes of the body, if the answer states their number. */
    public OptionalLong length() {
        return this.body.length();
    }

    /**
     * The body. Reading throws an {@link IOException} if the connection breaks, waits too long, or ends before the body.
     */
    public InputStream body() {
        return this.body;
    }

    /** The whole body, or {@code null} if it is larger than this many bytes. */
    public byte @Nullable [] content(int max) throws IOException {
        byte[] content = this.body.readNBytes(max + 1);
        return content.length > max ? null : content;
    }

    /** Whether the body has ended, and the server waits for another request on the same connection. */
    boolean leavesConnection() {
        return this.keepsConnection && this.body.isComplete();
    }

    /** Closes the connection. */
    @Override
    public void close() {
        this.connection.close();
    }

    private static AnswerBody body(InputStream in, int status, HttpHeaders headers) throws IOException {
        if (status == 204 || status == 304) {
            return AnswerBody.ofLength(in, 0);
        }
        OptionalLong length = headers.length();
        String encoding = headers.first("Transfer-Encoding");
        if (encoding != null) {
            if (!encoding.equalsIgnoreCase("chunked")) {
                throw new ProtocolException("its answer has an unknown transfer encoding");
            }
            return AnswerBody.chunked(in);
        }
        return length.isEmpty() ? AnswerBody.untilEnd(in) : AnswerBody.ofLength(in, length.getAsLong());
    }

    /** Reads lines that end with a line feed, usually after a carriage return, up to a total size. */
    static final class LineReader {

        private static final String START = "HTTP/";

        private final InputStream in;

        private final int max;

        private int read;

        LineReader(InputStream in, int max) {
            this.in = in;
            this.max = max;
        }

        /** The line with the status. Something else may have no line at all, so its first bytes decide. */
        String first() throws IOException {
            for (int i = 0; i < START.length(); i++) {
                if (nextByte() != START.charAt(i)) {
                    throw new NotHttpException();
                }
            }
            return START + next();
        }

        String next() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = nextByte(); next != '\n'; next = nextByte()) {
                line.append((char) next);
            }
            int end = line.length();
            return line.substring(0, end > 0 && line.charAt(end - 1) == '\r' ? end - 1 : end);
        }

        private int nextByte() throws IOException {
            int next = this.in.read();
            if (next < 0) {
                throw new EOFException("it closes the connection before the end of its answer");
            }
            if (++this.read > this.max) {
                throw new ProtocolException("its answer has headers of more than " + this.max + " bytes");
            }
            return next;
        }
    }
}
