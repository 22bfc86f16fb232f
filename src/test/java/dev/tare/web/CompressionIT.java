package dev.tare.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

import dev.tare.web.upload.BadArchives;
import dev.tare.web.upload.UploadBody;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "server.compression.min-response-size=1B")
class CompressionIT {

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void everyTextIsCompressed() throws Exception {
        HttpRequest upload = request("/api/comparisons").header("Content-Type", UploadBody.CONTENT_TYPE)
                .POST(new UploadBody().archive("a.tar", BadArchives.good())
                        .archive("b.tar", BadArchives.other())
                        .publisher())
                .build();
        String api = this.client.send(upload, BodyHandlers.discarding()).headers().firstValue("Location").orElseThrow();
        String page = api.replace("/api/", "/");
        for (String path : List.of("/", page, api, page + "/report.md", page + "/report.txt", api + "/chart.svg",
                api + "/images/0/files.csv", api + "/images/0/sbom.json", api + "/images/0/sbom.spdx.json",
                "/v3/api-docs", "/schema/report.json",
                "/tare.css", "/tare.js", "/nothing")) {
            HttpResponse<byte[]> answer = this.client.send(request(path).header("Accept-Encoding", "gzip").build(),
                    BodyHandlers.ofByteArray());
            assertThat(answer.headers().firstValue("Content-Encoding")).as(path).hasValue("gzip");
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path));
    }
}
