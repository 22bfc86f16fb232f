package dev.tare.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.tare.web.RawHttp.Answer;
import dev.tare.web.upload.UploadBody;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Keeps connections open as slowly as the server permits, and asks it in between. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = { "tare.connection.header-time=1s",
        "tare.connection.grace=2s", "tare.connection.drain=1s", "tare.queue.concurrency=2" })
class SlowConnectionsIT {

    private static final int SOCKETS = 40;

    private final List<Socket> sockets = new ArrayList<>();

    @LocalServerPort
    private int port;

    @AfterEach
    void close() throws IOException {
        for (Socket socket : this.sockets) {
            socket.close();
        }
    }

    @Test
    void headersThatNeverEndAreCutOff() throws IOException {
        Socket socket = open("GET / HTTP/1.1\r\nHost: localhost\r\n");
        assertThatDripEnds(socket);
    }

    @Test
    void restOfARejectedRequestIsReadOnlyBriefly() throws IOException {
        Socket socket = open("POST /nothing HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000000000\r\n\r\n");
        assertThatDripEnds(socket);
    }

    @Test
    void restOfARejectedRequestIsReadOnlyInPart() throws IOException {
        Socket socket = open("POST /nothing HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000000000\r\n\r\n");
        byte[] megabyte = new byte[1 << 20];
        long sent = 0;
        try {
            for (; sent < 1000; sent++) {
                socket.getOutputStream().write(megabyte);
            }
        } catch (IOException ex) {
            // The server closed the connection.
        }
        assertThat(sent).as("megabytes").isLessThan(100);
    }

    @Test
    void uploadBelowTheMinimumRateIsCutOff() throws IOException {
        Socket socket = open(upload());
        assertThatDripEnds(socket);
    }

    @Test
    void manySlowUploadsOfOneClientLeaveTheServiceUsable() throws IOException {
        for (int i = 0; i < SOCKETS; i++) {
            open(upload());
        }
        assertThatPageIsAnswered();
    }

    @Test
    void manyRejectedRequestsLeaveTheServiceUsable() throws IOException {
        for (int i = 0; i < SOCKETS; i++) {
            open("POST /nothing HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000000000\r\n\r\n");
        }
        assertThatPageIsAnswered();
    }

    private void assertThatPageIsAnswered() throws IOException {
        Answer answer = RawHttp.send(this.port, "GET / HTTP/1.1", "Host: localhost", "Connection: close");
        assertThat(answer.status()).isEqualTo(200);
    }

    private static String upload() {
        return "POST /api/comparisons HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000000000\r\nContent-Type: "
                + UploadBody.CONTENT_TYPE + "\r\n\r\n--upload-boundary\r\n";
    }

    private Socket open(String request) throws IOException {
        Socket socket = new Socket("127.0.0.1", this.port);
        this.sockets.add(socket);
        OutputStream out = socket.getOutputStream();
        out.write(request.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return socket;
    }

    /** Sends one byte from time to time, until the server closes the connection. */
    private static void assertThatDripEnds(Socket socket) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200)).until(() -> {
            try {
                socket.getOutputStream().write('a');
                socket.getOutputStream().flush();
                socket.setSoTimeout(1);
                return ends(socket.getInputStream());
            } catch (SocketTimeoutException ex) {
                return false;
            } catch (IOException ex) {
                return true;
            }
        });
    }

    private static boolean ends(InputStream stream) throws IOException {
        return stream.readAllBytes().length >= 0;
    }
}
