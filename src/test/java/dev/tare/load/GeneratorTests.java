package dev.tare.load;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class GeneratorTests {

    private static final Duration SHORT = Duration.ofMillis(300);

    private static final int CONNECTIONS = 4;

    private final AtomicInteger requests = new AtomicInteger();

    private final Set<InetSocketAddress> clients = ConcurrentHashMap.newKeySet();

    private HttpServer server;

    private Generator generator;

    @BeforeEach
    void start() throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        this.server.start();
        this.generator = new Generator(this.server.getAddress().getPort(), CONNECTIONS);
    }

    @AfterEach
    void stop() {
        this.server.stop(0);
    }

    @Test
    void everyAnswerOfClosedLoopIsCountedAndItsTimeMeasured() throws Exception {
        answer("/", exchange -> send(exchange, 200, 1000, 1000));
        Answers answers = this.generator.closedLoop(request("/"), SHORT);
        assertThat(answers.count()).isEqualTo(this.requests.get()).isGreaterThanOrEqualTo(CONNECTIONS);
        assertThat(answers.bytes()).isEqualTo(1000);
        assertThat(answers.throughput()).isPositive();
        assertThat(answers.millis(0.5)).isPositive().isLessThanOrEqualTo(answers.millis(0.99));
        assertThat(this.clients).hasSize(CONNECTIONS);
    }

    @Test
    void answersInChunksAreRead() throws Exception {
        answer("/", exchange -> send(exchange, 200, 0, 100_000));
        try (Connection connection = new Connection(this.server.getAddress().getPort(), request("/"))) {
            for (int i = 0; i < 3; i++) {
                assertThat(connection.exchange()).isEqualTo(new Connection.Answer(200, 100_000));
            }
        }
        assertThat(this.clients).hasSize(1);
    }

    @Test
    void connectionThatTheServerClosesIsReplaced() throws Exception {
        answer("/", exchange -> {
            exchange.getResponseHeaders().set("Connection", "close");
            send(exchange, 200, 10, 10);
        });
        try (Connection connection = new Connection(this.server.getAddress().getPort(), request("/"))) {
            for (int i = 0; i < 3; i++) {
                assertThat(connection.exchange()).isEqualTo(new Connection.Answer(200, 10));
            }
        }
        assertThat(this.clients).hasSize(3);
    }

    /** One connection needs at least 20 ms for each answer, but a request is planned every 5 ms. */
    @Test
    void timeOfOpenLoopCountsFromThePlannedTime() throws Exception {
        answer("/", exchange -> {
            sleep(20);
            send(exchange, 200, 10, 10);
        });
        Answers answers = new Generator(this.server.getAddress().getPort(), 1).openLoop(request("/"), 200, SHORT);
        assertThat(answers.count()).isEqualTo(60);
        assertThat(answers.millis(1)).isGreaterThan(59 * 15);
        assertThat(answers.millis(0.5)).isGreaterThan(29 * 15);
    }

    @Test
    void openLoopSendsThePlannedNumberOfRequests() throws Exception {
        answer("/", exchange -> send(exchange, 200, 10, 10));
        assertThat(this.generator.openLoop(request("/"), 100, SHORT).count()).isEqualTo(30)
                .isEqualTo(
                        this.requests.get());
    }

    @Test
    void measurementWithAnotherStatusFails() {
        answer("/", exchange -> send(exchange, 503, 10, 10));
        assertThatIllegalStateException().isThrownBy(() -> this.generator.closedLoop(request("/"), SHORT))
                .withStackTraceContaining("503");
    }

    @Test
    void measurementWithAnswersOfDifferentSizesFails() {
        AtomicInteger size = new AtomicInteger();
        answer("/", exchange -> {
            int bytes = size.incrementAndGet();
            send(exchange, 200, bytes, bytes);
        });
        assertThatIllegalStateException().isThrownBy(() -> this.generator.closedLoop(request("/"), SHORT));
    }

    @Test
    void percentileIsTheTimeThatAShareOfTheAnswersDidNotExceed() {
        Answers answers = Answers.of(List.of(new long[] { 4_000_000, 1_000_000 }, new long[] { 3_000_000, 2_000_000 }),
                0.5, 10);
        assertThat(answers.throughput()).isEqualTo(8);
        assertThat(answers.millis(0.5)).isEqualTo(2);
        assertThat(answers.millis(0.75)).isEqualTo(3);
        assertThat(answers.millis(0.99)).isEqualTo(4);
    }

    private void answer(String path, Handler handler) {
        this.server.createContext(path, exchange -> {
            this.requests.incrementAndGet();
            this.clients.add(exchange.getRemoteAddress());
            handler.handle(exchange);
        });
    }

    private static void send(HttpExchange exchange, int status, long length, int bytes) throws IOException {
        exchange.sendResponseHeaders(status, length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(new byte[bytes]);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private static Request request(String path) {
        return new Request(path, List.of("Accept-Encoding: gzip"), 200);
    }

    @FunctionalInterface
    private interface Handler {

        void handle(HttpExchange exchange) throws IOException;
    }
}
