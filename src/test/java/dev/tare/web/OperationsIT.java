package dev.tare.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import dev.tare.catalog.RequestQueue;
import dev.tare.catalog.RequestQueue.Turn;
import dev.tare.web.upload.BadArchives;
import dev.tare.web.upload.UploadBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Sends the requests of operators and probes to a server with the configuration of the image. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = { "management.server.port=0",
        "server.address=127.0.0.1", "tare.queue.concurrency=1", "tare.queue.capacity=0" })
@ActiveProfiles("container")
class OperationsIT {

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private RequestQueue queue;

    @ParameterizedTest
    @ValueSource(strings = { "health", "health/liveness", "health/readiness", "info", "sbom", "prometheus" })
    void managementPortServesTheExposedEndpoints(String endpoint) throws Exception {
        assertThat(get(this.managementPort, "/actuator/" + endpoint).statusCode()).isEqualTo(200);
        assertThat(get(this.port, "/actuator/" + endpoint).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = { "env", "beans", "heapdump", "configprops", "loggers", "threaddump", "metrics", "shutdown" })
    void nothingElseIsExposed(String endpoint) throws Exception {
        assertThat(get(this.managementPort, "/actuator/" + endpoint).statusCode()).isEqualTo(404);
    }

    @Test
    void metricsHaveInspections() throws Exception {
        try (Turn turn = this.queue.enter("another")) {
            turn.resume();
            assertThat(get(this.managementPort, "/actuator/prometheus").body()).contains("tare_queue_running 1.0");
        }
        assertThat(get(this.managementPort, "/actuator/prometheus").body()).contains("tare_queue_running 0.0")
                .contains("tare_inspection_read_bytes_total")
                .contains("tare_layers_found_total")
                .contains("tare_layers_read_total");
    }

    @Test
    void uploadWhenTheQueueIsFullHasARetryTime() throws Exception {
        try (Turn turn = this.queue.enter("another")) {
            turn.resume();
            HttpResponse<String> refused = this.client
                    .send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/api/comparisons"))
                            .header("Content-Type", UploadBody.CONTENT_TYPE)
                            .POST(new UploadBody().archive("a.tar", BadArchives.good()).publisher())
                            .build(), BodyHandlers.ofString());
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After").orElseThrow()).matches("[1-9]\\d*");
            assertThat(refused.body()).contains("too-busy");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/nothing", "/api/comparisons", "/v3/api-docs" })
    void everyAnswerHasSecurityHeaders(String path) throws Exception {
        HttpResponse<String> answer = get(this.port, path);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void problemsOfRequestsAreProblemDetails() throws Exception {
        assertProblem(get(this.port, "/nothing"), 404);
        assertProblem(get(this.port, "/api/comparisons/0"), 404);
        assertProblem(get(this.port, "/comparisons/0?from=x"), 400);
        assertProblem(send("DELETE", "/api/comparisons", "*/*"), 405);
        assertProblem(send("GET", "/api/comparisons", "image/gif"), 406);
        assertProblem(send("POST", "/api/comparisons", "*/*"), 415);
    }

    @Test
    void problemIsPageForBrowser() throws Exception {
        HttpResponse<String> page = send("GET", "/nothing", "text/html,application/xhtml+xml,*/*;q=0.8");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.body()).contains("There is nothing at this address.");
    }

    private static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(JsonMapper.shared().readTree(answer.body()).propertyNames()).contains("type", "title", "status",
                "detail", "instance");
    }

    private HttpResponse<String> get(int server, String path) throws Exception {
        return this.client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server + path)).build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String method, String path, String accept) throws Exception {
        return this.client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Accept", accept)
                .build(), BodyHandlers.ofString());
    }
}
