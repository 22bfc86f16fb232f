package dev.tare.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class YardstickTests {

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path samples;

    @Test
    void answersResembleTheSamples() throws Exception {
        String page = "<html><body><ul>" + IntStream.range(0, 2000)
                .mapToObj(i -> "<li class=\"item\"><b>usr/lib/lib" + i + ".so</b> &lt;" + i * i + "&gt;</li>\n")
                .collect(Collectors.joining()) + "</ul></body></html>";
        String json = "{\"files\":[" + IntStream.range(0, 2000)
                .mapToObj(i -> "{\"path\":\"usr/lib/lib" + i + ".so\",\"bytes\":" + i * i + ",\"link\":null}")
                .collect(Collectors.joining(",")) + "]}";
        Files.writeString(this.samples.resolve("page"), page);
        String report = JsonMapper.shared().readTree(json).toPrettyString();
        Files.writeString(this.samples.resolve("report"), report);
        try (ConfigurableApplicationContext yardstick = Yardstick.start(0, this.samples)) {
            HttpResponse<String> html = get(yardstick, "/pages/page");
            assertThat(html.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
            assertThat(html.body()).contains("usr/lib/lib99.so", "&lt;9801&gt;");
            assertThat(html.body().length()).isCloseTo(page.length(), Percentage.withPercentage(2));
            HttpResponse<String> document = get(yardstick, "/json/report");
            assertThat(document.headers().firstValue("Content-Type")).hasValue("application/json");
            assertThat(JsonMapper.shared().readTree(document.body())).isEqualTo(JsonMapper.shared().readTree(report));
            assertThat(document.body()).hasSameSizeAs(report);
        }
    }

    /** Both servers have the same settings. */
    @Test
    void answersAreCompressedForClientsThatAcceptIt() throws Exception {
        Files.writeString(this.samples.resolve("page"), "<p>" + "text ".repeat(2000) + "</p>");
        try (ConfigurableApplicationContext yardstick = Yardstick.start(0, this.samples)) {
            assertThat(get(yardstick, "/pages/page", "Accept-Encoding", "gzip").headers()
                    .firstValue("Content-Encoding")).hasValue("gzip");
            assertThat(get(yardstick, "/pages/page").headers().firstValue("Content-Encoding")).isEmpty();
            assertThat(yardstick.getEnvironment().getProperty("server.tomcat.threads.max")).isEqualTo("32");
        }
    }

    private HttpResponse<String> get(ConfigurableApplicationContext yardstick, String path, String... headers)
            throws Exception {
        int port = ((WebServerApplicationContext) yardstick).getWebServer().getPort();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return this.client.send((headers.length == 0 ? request : request.headers(headers)).build(),
                BodyHandlers.ofString());
    }
}
