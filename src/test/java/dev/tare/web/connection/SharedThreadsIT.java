package dev.tare.web.connection;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;

/** Lets one client use as many threads as it can, and asks the server as another client. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = { "server.tomcat.threads.max=8",
        "tare.connection.grace=10m", "tare.connection.share=2", "tare.connection.trusted-proxies=127.0.0.9" })
class SharedThreadsIT {

    /** Shorter than the time after which Tomcat ends an answer that the client does not receive. */
    private static final int PATIENCE_MILLIS = 12_000;

    private static final int SOCKETS = 20;

    private static final String PROXY = "127.0.0.9";

    private final List<Socket> open = new ArrayList<>();

    @Autowired
    private Gate gate;

    @LocalServerPort
    private int port;

    @AfterEach
    void close() throws IOException {
        this.gate.leave.release(SOCKETS);
        for (Socket socket : this.open) {
            socket.close();
        }
    }

    @Test
    void oneClientLeavesHalfOfTheThreads() throws Exception {
        for (int i = 0; i < SOCKETS; i++) {
            send("127.0.0.1", "/wait");
        }
        assertThat(enters(4)).isTrue();
        assertThatOtherIsAnswered("127.0.0.2");
        assertThat(this.gate.entered.availablePermits()).isZero();
    }

    @Test
    void proxyUsesMoreThanHalfOfTheThreads() throws Exception {
        for (int i = 0; i < SOCKETS; i++) {
            send(PROXY, "/wait");
        }
        assertThat(enters(8)).isTrue();
    }

    @Test
    void slowReaderBehindAProxyLosesConnections() throws Exception {
        for (int i = 0; i < SOCKETS; i++) {
            send(PROXY, "/endless", "X-Forwarded-For: 203.0.113.5");
        }
        assertThat(enters(8)).isTrue();
        assertThatOtherIsAnswered(PROXY);
    }

    private boolean enters(int requests) throws InterruptedException {
        return this.gate.entered.tryAcquire(requests, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void assertThatOtherIsAnswered(String address) throws IOException {
        Socket socket = send(address, "/livez", "X-Forwarded-For: 203.0.113.6", "Connection: close");
        assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("HTTP/1.1 200");
    }

    private Socket send(String address, String path, String... headers) throws IOException {
        Socket socket = new Socket();
        this.open.add(socket);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.bind(new InetSocketAddress(address, 0));
        socket.connect(new InetSocketAddress("127.0.0.1", this.port), PATIENCE_MILLIS);
        String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + String.join("\r\n", headers)
                + (headers.length == 0 ? "\r\n" : "\r\n\r\n");
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    /** Counts the requests that entered, and lets them leave. */
    static final class Gate {

        private final Semaphore entered = new Semaphore(0);

        private final Semaphore leave = new Semaphore(0);
    }

    @TestConfiguration
    static class Gates {

        @Bean
        Gate gate() {
            return new Gate();
        }

        @Bean
        Filter gateFilter(Gate gate) {
            return (request, response, chain) -> {
                switch (((HttpServletRequest) request).getRequestURI()) {
                    case "/wait" -> {
                        gate.entered.release();
                        gate.leave.acquireUninterruptibly();
                    }
                    case "/endless" -> {
                        gate.entered.release();
                        for (int i = 0; i < 10_000; i++) {
                            response.getOutputStream().write(new byte[1 << 16]);
                        }
                    }
                    default -> chain.doFilter(request, response);
                }
            };
        }
    }
}
