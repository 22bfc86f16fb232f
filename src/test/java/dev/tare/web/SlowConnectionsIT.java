package dev.tare.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Keeps connections open as slowly as the server permits, and asks it in between. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = { "tare.connection.header-time=1s",
        "tare.connection.grace=2s", "tare.connection.drain=1s", "tare.queue.concurrency=2" })
class SlowConnectionsIT {

    private static final int SOCKETS = 40;

    /** Shorter than the grace period, and long enough that a limit on the number of bytes does not help. */
    private static final Duration PAUSE = Duration.ofMillis(1500);

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
    void chunkThatNeverBeginsIsCutOff() throws IOException {
        assertThat(answerToChunk("1;")).startsWith("HTTP/1.1 408");
    }

    @Test
    void longChunkExtensionIsRejected() throws IOException {
        assertThat(answerToChunk("1;" + "a".repeat(100))).startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/comparisons", "/nothing" })
    void formThatNeverEndsIsCutOff(String path) throws IOException {
        assertThatDripEnds(open("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n\r\na="));
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

    private static String chunked(String body) {
        return "POST /api/comparisons HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nContent-Type: "
                + UploadBody.CONTENT_TYPE + "\r\n\r\n" + body;
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
        assertThat(answerToDrip(socket, Duration.ofMillis(200))).isNotNull();
    }

    /** Uploads of the test before may still be ending, and then the service is busy. */
    private String answerToChunk(String start) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> answerToDrip(open(chunked(start)), PAUSE), answer -> !answer.startsWith("HTTP/1.1 503"));
    }

    private static String answerToDrip(Socket socket, Duration pause) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(pause).until(() -> {
            try {
                socket.setSoTimeout(1);
                socket.getInputStream().transferTo(answer);
                return true;
            } catch (SocketTimeoutException ex) {
                return !drips(socket.getOutputStream());
            } catch (IOException ex) {
                return true;
            }
        });
        return answer.toString(StandardCharsets.ISO_8859_1);
    }

    private static boolean drips(OutputStream stream) {
        try {
            stream.write('a');
            stream.flush();
            return true;
        } catch (IOException ex) {
            return false;
        }
    }
}
