package dev.tare.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    private static final String TRANSFER = "Transfer-Encoding";

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
                AnswerBody body = body(in, status, headers);
                return new HttpAnswer(connection, status, headers, body,
                        start.group(1).equals("1") && keepsConnection(status, headers));
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

    /** Closes the connection, also one that could serve another request. */
    @Override
    public void close() {
        this.connection.close();
    }

    /** A server that is unclear about the end of its answer may send bytes that look like the next one. */
    private static boolean keepsConnection(int status, HttpHeaders headers) throws IOException {
        boolean hasLength = headers.length().orElse(0) > 0;
        boolean hasChunks = headers.first(TRANSFER) != null;
        boolean isClear = hasNoBody(status) ? !hasLength && !hasChunks : !(hasLength && hasChunks);
        return isClear && headers.all("Connection")
                .stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .noneMatch(option -> option.strip().equalsIgnoreCase("close"));
    }

    private static AnswerBody body(InputStream in, int status, HttpHeaders headers) throws IOException {
        OptionalLong length = headers.length();
        List<String> encodings = headers.all(TRANSFER);
        if (hasNoBody(status)) {
            return AnswerBody.ofLength(in, 0);
        }
        if (!encodings.isEmpty()) {
            if (encodings.size() > 1 || !encodings.getFirst().equalsIgnoreCase("chunked")) {
                throw new ProtocolException("its answer has an unknown transfer encoding");
            }
            return AnswerBody.chunked(in);
        }
        return length.isEmpty() ? AnswerBody.untilEnd(in) : AnswerBody.ofLength(in, length.getAsLong());
    }

    private static boolean hasNoBody(int status) {
        return status == 204 || status == 304;
    }
}
