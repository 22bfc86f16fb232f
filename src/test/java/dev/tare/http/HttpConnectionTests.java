package dev.tare.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import dev.tare.fixture.RawServer;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@Timeout(60)
class HttpConnectionTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final HttpRequest REQUEST = new HttpRequest("GET", "/", Map.of("Host", "r.io"), "");

    private String answer = "";

    private final RawServer server = RawServer.startKeeping(2,
            (_, out) -> out.write(this.answer.getBytes(StandardCharsets.ISO_8859_1)));

    @AfterEach
    void stop() {
        this.server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = { "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
            "HTTP/1.1 200 OK\nContent-Length: 2\n\n{}", "HTTP/1.1 200\r\ncontent-length:2\r\n\r\n{}",
            "HTTP/1.1 103 Early\r\nLink: <x>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\n{}",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;a=b\r\n{\r\n1\r\n}\r\n0\r\nX: y\r\n\r\n" })
    void connectionServesRequestsOneAfterAnother(String text) throws IOException {
        this.answer = text;
        try (HttpConnection connection = open()) {
            for (int i = 0; i < 2; i++) {
                assertThat(connection.send(REQUEST).content(100)).asString().isEqualTo("{}");
                assertThat(connection.isReusable()).isTrue();
            }
            assertThat(this.server.connections()).isOne();
            assertThatIOException().isThrownBy(() -> connection.send(REQUEST));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "HTTP/1.1 200 OK\r\nConnection: Close\r\nContent-Length: 2\r\n\r\n{}",
            "HTTP/1.1 200 OK\r\nConnection: keep-alive, close\r\nContent-Length: 2\r\n\r\n{}",
            "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\n{}",
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]" })
    void connectionWithAnotherEndIsNotUsedAgain(String text) throws IOException {
        this.answer = text;
        try (HttpConnection connection = open()) {
            assertThat(connection.send(REQUEST).content(100)).asString().isEqualTo("{}");
            assertThat(connection.isReusable()).isFalse();
        }
    }

    /** They would be the answer to the next request. */
    @Test
    void connectionWithBytesThatNobodyRequestedIsNotUsedAgain() throws Exception {
        String smuggled = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]";
        CountDownLatch read = new CountDownLatch(1);
        CountDownLatch sent = new CountDownLatch(1);
        try (RawServer server = RawServer.startKeeping(2, (_, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            await(read);
            out.write(smuggled.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            sent.countDown();
        }); HttpConnection connection = new HttpConnection(PATIENCE, Deadline.of(Limits.DEFAULTS))) {
            connection.connect(List.of(InetAddress.ofLiteral("127.0.0.1")), server.port());
            assertThat(connection.send(REQUEST).content(100)).asString().isEqualTo("{}");
            assertThat(connection.isReusable()).isTrue();
            read.countDown();
            await(sent);
            Awaitility.await().until(() -> !connection.isReusable());
        }
    }

    /** The body looks like another answer. */
    @Test
    void connectionWithABodyThatMustNotBeThereIsNotUsedAgain() throws IOException {
        this.answer = "HTTP/1.1 204 No\r\nContent-Length: 1000\r\n\r\n";
        try (HttpConnection connection = open()) {
            assertThat(connection.send(REQUEST).content(100)).isEmpty();
            assertThat(connection.isReusable()).isFalse();
        }
    }

    @Test
    void connectionWhoseTrailersAreTooLongIsNotUsedAgain() throws IOException {
        this.answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\nX: " + "y".repeat(9_000);
        try (HttpConnection connection = open()) {
            HttpAnswer received = connection.send(REQUEST);
            assertThat(received.body().readNBytes(2)).asString().isEqualTo("{}");
            assertThatIOException().isThrownBy(() -> received.body().read());
            assertThat(connection.isReusable()).isFalse();
        }
    }

    @Test
    void connectionThatIsClosedDoesNotConnect() {
        HttpConnection connection = new HttpConnection(PATIENCE, Deadline.of(Limits.DEFAULTS));
        connection.close();
        assertThatIOException().isThrownBy(
                () -> connection.connect(List.of(InetAddress.ofLiteral("127.0.0.1")), this.server.port()));
    }

    @Test
    void connectionWithAnUnreadBodyIsNotUsedAgain() throws IOException {
        this.answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
        try (HttpConnection connection = open()) {
            assertThat(connection.send(REQUEST).body().read()).isEqualTo('{');
            assertThat(connection.isReusable()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "SSH-2.0-x\r\n", "HTTP/2 200\r\n\r\n", "HTTP/1.1 999 x\r\n\r\n", "\r\n\r\n", "no line" })
    void answerThatIsNotHttpIsNamed(String text) throws IOException {
        this.answer = text;
        try (HttpConnection connection = open()) {
            assertThatExceptionOfType(NotHttpException.class).isThrownBy(() -> connection.send(REQUEST));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "Content-Length: 2\r\nContent-Length: 3", "Content-Length: -1", "Content-Length: +2",
            "Content-Length: 2, 2", "Content-Length: 9999999999999999999", "Transfer-Encoding: gzip, chunked",
            "no colon",
            " folded: line", "name : value", ": value" })
    void headThatIsAmbiguousFails(String header) throws IOException {
        this.answer = "HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n{}";
        try (HttpConnection connection = open()) {
            assertThatIOException().isThrownBy(() -> connection.send(REQUEST))
                    .withMessageStartingWith("its answer has");
        }
    }

    @Test
    void requestCannotStartAnotherLine() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HttpRequest("GET", "/", Map.of("A", "b\r\nC: d"), ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new HttpRequest("GET", "/ä", Map.of(), ""));
    }

    @Test
    void laterAddressIsTriedIfTheFirstRefuses() throws IOException {
        this.answer = "HTTP/1.1 204 OK\r\n\r\n";
        List<InetAddress> addresses = List.of(InetAddress.ofLiteral("127.0.0.3"), InetAddress.ofLiteral("127.0.0.1"));
        try (HttpConnection connection = new HttpConnection(PATIENCE, Deadline.of(Limits.DEFAULTS))) {
            assertThatExceptionOfType(UnknownHostException.class).isThrownBy(() -> connection.connect(List.of(), 80));
            connection.connect(addresses, this.server.port());
            assertThat(connection.send(REQUEST).status()).isEqualTo(204);
        }
    }

    @Test
    void failureOfTheFirstAddressIsStated() {
        List<InetAddress> addresses = List.of(InetAddress.ofLiteral("127.0.0.3"), InetAddress.ofLiteral("2001:db8::1"));
        try (HttpConnection connection = new HttpConnection(PATIENCE, Deadline.of(Limits.DEFAULTS))) {
            assertThatExceptionOfType(ConnectException.class)
                    .isThrownBy(() -> connection.connect(addresses, this.server.port()))
                    .withMessageContaining("refused");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private HttpConnection open() throws IOException {
        HttpConnection connection = new HttpConnection(PATIENCE, Deadline.of(Limits.DEFAULTS));
        connection.connect(List.of(InetAddress.ofLiteral("127.0.0.1")), this.server.port());
        return connection;
    }
}
