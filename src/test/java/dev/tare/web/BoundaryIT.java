package dev.tare.web;

import java.io.IOException;

import dev.tare.web.RawHttp.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Sends requests to a server that only attackers and broken clients send. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "tare.security.allowed-hosts=tare.example")
class BoundaryIT {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({ "localhost, 200", "127.0.0.1:8080, 200", "tare.example:80, 200", "evil.example, 421",
            "10.0.0.1, 421", "169.254.169.254:8080, 421" })
    void onlyAllowedHostsAreAnswered(String host, int status) throws IOException {
        Answer answer = get("/", host);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers() + answer.body()).doesNotContain("evil.example");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void aForwardedHostDoesNotReplaceTheHost() throws IOException {
        assertThat(RawHttp.send(this.port, "GET / HTTP/1.1", "Host: evil.example", "X-Forwarded-Host: localhost",
                "Connection: close").status()).isEqualTo(421);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/livez", "/readyz" })
    void probesAreAnsweredForEveryHost(String path) throws IOException {
        assertThat(get(path, "10.0.0.1:8080").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "waive=%zz", "waive=%ff", "waive=%C3%28", "from=%e2%82", "%zz", "a=%" })
    void queryThatCannotBeDecodedIsRejectedOnEveryAddress(String query) throws IOException {
        for (String path : new String[] { "/", "/comparisons/0", "/api/comparisons", "/tare.css", "/v3/api-docs" }) {
            assertProblem(get(path + "?" + query, "localhost"), 400);
        }
    }

    @Test
    void queryWithTooManyParametersIsRejected() throws IOException {
        assertProblem(get("/?" + "a=1&".repeat(65), "localhost"), 400);
        assertThat(get("/?" + "a=1&".repeat(30), "localhost").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "GET /a{b HTTP/1.1 | 400", "GET /%zz HTTP/1.1 | 400", "nonsense | 400",
            "GET / HTTP/3.7 | 505", "GET /%00 HTTP/1.1 | 400", "G=T / HTTP/1.1 | 400" })
    void requestLineThatTomcatRejectsIsAProblem(String line, int status) throws IOException {
        assertProblem(RawHttp.send(this.port, line, "Host: localhost", "Connection: close"), status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "Expect: magic | 417", "Transfer-Encoding: magic | 501",
            "Content-Length: many | 400", "Host: other | 400" })
    void headerThatTomcatRejectsIsAProblem(String header, int status) throws IOException {
        assertProblem(RawHttp.send(this.port, "POST /api/comparisons HTTP/1.1", "Host: localhost", header,
                "Connection: close"), status);
    }

    @Test
    void headerWithManyLanguagesIsAccepted() throws IOException {
        assertThat(RawHttp.send(this.port, "GET / HTTP/1.1", "Host: localhost",
                "Accept-Language: " + "de;q=0.1,".repeat(800) + "en", "Connection: close").status()).isEqualTo(200);
    }

    @Test
    void headersThatAreTooLongAreAProblem() throws IOException {
        assertProblem(RawHttp.send(this.port, "GET / HTTP/1.1", "Host: localhost", "A: " + "a".repeat(9000),
                "Connection: close"), 400);
    }

    private Answer get(String path, String host) throws IOException {
        return RawHttp.send(this.port, "GET " + path + " HTTP/1.1", "Host: " + host, "Connection: close");
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.headers()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(answer.headers() + answer.body()).doesNotContainIgnoringCase("tomcat");
    }
}
