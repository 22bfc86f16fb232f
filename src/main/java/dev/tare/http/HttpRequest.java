package dev.tare.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A request with a method such as GET, whose answer has a body. HEAD is not supported.
 *
 * @param target  the path with its query, a whole address for a proxy, or an authority for {@code CONNECT}
 * @param headers by name, with {@code Host}; without the length of the body
 * @param body    in ASCII; empty for none
 */
public record HttpRequest(String method, String target, Map<String, String> headers, String body) {

    /** @throws IllegalArgumentException if a header or the target has a character that could start another line */
    public HttpRequest {
        headers = Map.copyOf(headers);
        headers.forEach((name, value) -> requireOneLine(name + value));
        requireOneLine(method + target);
    }

    byte[] toBytes() {
        StringBuilder text = new StringBuilder(this.method).append(' ').append(this.target).append(" HTTP/1.1\r\n");
        this.headers.forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        if (!this.body.isEmpty()) {
            text.append("Content-Length: ").append(this.body.length()).append("\r\n");
        }
        return text.append("\r\n").append(this.body).toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void requireOneLine(String text) {
        if (text.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new IllegalArgumentException("A request has a character that HTTP does not allow");
        }
    }
}
