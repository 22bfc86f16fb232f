package dev.tare.images;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import dev.tare.fixture.ImageBuilder;

/**
 * An upload of two small images. It sends half of the request first, and the other half later.
 */
final class SlowUpload implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private static final String BOUNDARY = "----slow-upload";

    private final Socket socket = new Socket();

    private final byte[] body;

    private SlowUpload(byte[] body) {
        this.body = body;
    }

    /**
     * Sends the head of the request, waits until the server requests the body, and sends half of it.
     */
    static SlowUpload begin(InetSocketAddress server) throws IOException {
        SlowUpload upload = new SlowUpload(body(image("first"), image("second")));
        try {
            upload.sendFirstHalf(server);
            return upload;
        } catch (IOException | RuntimeException ex) {
            upload.close();
            throw ex;
        }
    }

    /**
     * Sends the other half of the body.
     * @return the whole response, its status line first
     */
    String finish() throws IOException {
        this.socket.getOutputStream().write(this.body, half(), this.body.length - half());
        this.socket.getOutputStream().flush();
        return new String(this.socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        this.socket.close();
    }

    private void sendFirstHalf(InetSocketAddress server) throws IOException {
        this.socket.setSoTimeout(PATIENCE_MILLIS);
        this.socket.connect(server, PATIENCE_MILLIS);
        this.socket.getOutputStream().write(head(server).getBytes(StandardCharsets.US_ASCII));
        this.socket.getOutputStream().flush();
        expectContinue();
        this.socket.getOutputStream().write(this.body, 0, half());
        this.socket.getOutputStream().flush();
    }

    private String head(InetSocketAddress server) {
        return String.join("\r\n", "POST /api/comparisons HTTP/1.1", "Host: " + server.getHostString(),
                "Accept: application/json", "Connection: close", "Expect: 100-continue",
                "Content-Type: multipart/form-data; boundary=" + BOUNDARY, "Content-Length: " + this.body.length,
                "", "");
    }

    private void expectContinue() throws IOException {
        String line = readLine(this.socket.getInputStream());
        if (!line.startsWith("HTTP/1.1 100")) {
            throw new IOException("The server does not request the body, but answers " + line);
        }
        readLine(this.socket.getInputStream());
    }

    private int half() {
        return this.body.length / 2;
    }

    private static String readLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n' && next != -1; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static byte[] image(String name) {
        return ImageBuilder.anImage(name).layer((layer) -> layer.file(name, "of " + name)).asDockerArchive();
    }

    private static byte[] body(byte[]... archives) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] archive : archives) {
            body.write("""
                    --%s\r
                    Content-Disposition: form-data; name="archive"; filename="image.tar"\r
                    Content-Type: application/x-tar\r
                    \r
                    """.formatted(BOUNDARY).getBytes(StandardCharsets.US_ASCII));
            body.write(archive);
            body.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        body.write(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

}
