package dev.tare.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends bytes that no HTTP client would send, and reads the answer until the server closes the connection. */
final class RawHttp {

    private static final int TIMEOUT_MILLIS = 30_000;

    private RawHttp() {}

    /** Sends lines with their line ends, and an empty line at the end. */
    static Answer send(int port, String... lines) throws IOException {
        return sendText(port, String.join("\r\n", lines) + "\r\n\r\n");
    }

    static Answer sendText(int port, String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return Answer.of(readAll(socket.getInputStream()));
        }
    }

    private static String readAll(InputStream stream) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        stream.transferTo(all);
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    /** The answer of a server. */
    record Answer(int status, String headers, String body) {

        private static Answer of(String text) {
            int end = text.indexOf("\r\n\r\n");
            if (end < 0) {
                return new Answer(0, text, "");
            }
            String headers = text.substring(0, end);
            String body = text.substring(end + 4);
            boolean chunked = headers.contains("Transfer-Encoding: chunked");
            return new Answer(Integer.parseInt(text.substring(9, 12)), headers, chunked ? joined(body) : body);
        }

        private static String joined(String chunks) {
            StringBuilder body = new StringBuilder();
            int at = 0;
            for (int size = size(chunks, at); size > 0; size = size(chunks, at)) {
                at = chunks.indexOf("\r\n", at) + 2;
                body.append(chunks, at, at + size);
                at += size + 2;
            }
            return body.toString();
        }

        private static int size(String chunks, int at) {
            return Integer.parseInt(chunks.substring(at, chunks.indexOf("\r\n", at)), 16);
        }

        /** The value of a header, or {@code ""}. */
        String header(String name) {
            return this.headers.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }
}
