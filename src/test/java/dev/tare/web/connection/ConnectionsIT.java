package dev.tare.web.connection;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import dev.tare.web.upload.BadArchives;
import dev.tare.web.upload.UploadBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Opens connections that send nothing, or that pause. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = { "server.tomcat.max-connections=8", "server.tomcat.connection-timeout=2s",
                "tare.connection.trusted-proxies=127.0.0.9" })
class ConnectionsIT {

    private static final int PATIENCE_MILLIS = 30_000;

    private final List<Socket> open = new ArrayList<>();

    @LocalServerPort
    private int port;

    @AfterEach
    void close() throws IOException {
        for (Socket socket : this.open) {
            socket.close();
        }
    }

    @Test
    void oneClientGetsHalfOfTheConnections() throws IOException {
        for (int count = 0; count < 4; count++) {
            send(connect(), "GET /livez HTTP/1.1\r\n");
        }
        Socket fifth = connect();
        assertThat(fifth.getInputStream().read()).isEqualTo(-1);
        for (Socket socket : this.open.subList(0, 4)) {
            send(socket, "Host: localhost\r\nConnection: close\r\n\r\n");
            assertThat(answer(socket)).startsWith("HTTP/1.1 200");
        }
        Socket next = connect();
        send(next, "GET /livez HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer(next)).startsWith("HTTP/1.1 200");
    }

    @Test
    void proxyGetsNearlyAllConnections() throws IOException {
        for (int count = 0; count < 7; count++) {
            send(connect("127.0.0.9", PATIENCE_MILLIS), "GET /livez HTTP/1.1\r\n");
        }
        assertThat(connect("127.0.0.9", PATIENCE_MILLIS).getInputStream().read()).isEqualTo(-1);
        for (Socket socket : this.open.subList(0, 7)) {
            send(socket, "Host: localhost\r\nConnection: close\r\n\r\n");
            assertThat(answer(socket)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void idleConnectionIsClosedBeforeAnUploadThatPauses() throws IOException {
        byte[] body;
        try (InputStream stream = new UploadBody().archive("a.tar", BadArchives.good())
                .archive("b.tar", BadArchives.other())
                .stream()) {
            body = stream.readAllBytes();
        }
        int half = body.length / 2;
        Socket upload = connect();
        send(upload, """
                POST /api/comparisons HTTP/1.1\r
                Host: localhost\r
                Connection: close\r
                Content-Type: %s\r
                Content-Length: %d\r
                \r
                """.formatted(UploadBody.CONTENT_TYPE, body.length));
        upload.getOutputStream().write(body, 0, half);
        assertThat(connect().getInputStream().read()).as("a connection that sends nothing").isEqualTo(-1);
        assertThat(connect().getInputStream().read()).as("a later connection that sends nothing").isEqualTo(-1);
        upload.getOutputStream().write(body, half, body.length - half);
        assertThat(answer(upload)).startsWith("HTTP/1.1 201");
    }

    /** The system drops a connection for which it has no room, and the client tries again after a second. */
    @Test
    void connectionsWaitWhileAllAreInUse() throws IOException {
        for (int count = 0; count < 4; count++) {
            send(connect("127.0.0.1", PATIENCE_MILLIS), "GET /livez HTTP/1.1\r\n");
            send(connect("127.0.0.2", PATIENCE_MILLIS), "GET /livez HTTP/1.1\r\n");
        }
        for (int count = 0; count < 200; count++) {
            assertThat(connect("127.0.0.3", 900).isConnected()).isTrue();
        }
    }

    private Socket connect() throws IOException {
        return connect("127.0.0.1", PATIENCE_MILLIS);
    }

    private Socket connect(String client, int millis) throws IOException {
        Socket socket = new Socket();
        this.open.add(socket);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.bind(new InetSocketAddress(client, 0));
        socket.connect(new InetSocketAddress("127.0.0.1", this.port), millis);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

}
