package dev.tare.web;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import dev.tare.web.connection.ClientAddress;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;

/** Sends requests like a proxy to a server in Kubernetes, where Spring Boot lets Tomcat change forwarded headers. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = { "spring.main.cloud-platform=kubernetes", "tare.connection.trusted-proxies=127.0.0.1",
                "tare.security.allowed-hosts=tare.example.com" })
class ForwardedClientIT {

    @Autowired
    private Queue<String> clients;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "203.0.113.5 | 203.0.113.5", "198.51.100.9, 203.0.113.5 | 203.0.113.5",
            "198.51.100.9, 10.0.0.7 | 10.0.0.7", "198.51.100.9, 203.0.113.5, 127.0.0.1 | 203.0.113.5" })
    void lastHopThatIsNoProxyIsTheClient(String forwarded, String client) throws IOException {
        this.clients.clear();
        assertThat(RawHttp.send(this.port, "GET / HTTP/1.1", "Host: localhost", "X-Forwarded-For: " + forwarded,
                "Connection: close").status()).isEqualTo(200);
        assertThat(this.clients).containsExactly(client);
    }

    @Test
    void commandHasTheForwardedScheme() throws IOException {
        assertThat(RawHttp.send(this.port, "GET / HTTP/1.1", "Host: tare.example.com", "X-Forwarded-For: 203.0.113.5",
                "X-Forwarded-Proto: https", "Connection: close").body())
                .contains("'https://tare.example.com/api/comparisons'");
    }

    @TestConfiguration
    static class Recorder {

        @Bean
        Queue<String> clients() {
            return new ConcurrentLinkedQueue<>();
        }

        @Bean
        Filter recorder(Queue<String> clients) {
            return (request, response, chain) -> {
                clients.add(ClientAddress.of((HttpServletRequest) request));
                chain.doFilter(request, response);
            };
        }
    }
}
