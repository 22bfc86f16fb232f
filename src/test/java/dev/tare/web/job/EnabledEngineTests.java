package dev.tare.web.job;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;

import dev.tare.engine.Engines;
import dev.tare.fixture.FakeEngine;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.RawServer;
import dev.tare.fixture.RawServer.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(properties = "tare.engines.enabled=docker")
@AutoConfigureMockMvc
class EnabledEngineTests {

    @TempDir
    private static Path folder;

    @Autowired
    private MockMvcTester mvc;

    @Test
    void imagesOfTheEngineAreOfferedAndCompared() {
        try (FakeEngine engine = FakeEngine.onSocket(folder, EnabledEngineTests::answer)) {
            await().untilAsserted(() -> assertThat(this.mvc.get().uri("/")).bodyText()
                    .contains("list=\"offered\"", "value=\"docker://app:1\"", "label=\"123"));
            MvcTestResult created = compare("docker://app:1", "docker://app:2");
            assertThat(created).hasStatus(HttpStatus.ACCEPTED);
            String job = created.getResponse().getHeader(HttpHeaders.LOCATION);
            assertThat(job).isNotNull();
            await().untilAsserted(() -> assertThat(this.mvc.get().uri(job)).bodyText().contains("\"status\":\"done\""));
            assertThat(engine.paths()).anyMatch(path -> path.contains("/images/app:2/get"));
        }
    }

    @Test
    void otherEngineIsRejected() {
        assertThat(compare("docker://app:1", "podman://app:1")).hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("tare.engines.enabled=podman");
    }

    private MvcTestResult compare(String first, String second) {
        return this.mvc.post()
                .uri("/api/comparisons")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"images\":[\"%s\",\"%s\"]}".formatted(first, second))
                .exchange();
    }

    private static void answer(Request request, OutputStream out) throws IOException {
        if (FakeEngine.answersVersion(request, out)) {
            return;
        }
        if (request.path().endsWith("/images/json")) {
            RawServer.answer(out, 200, "[{\"Id\":\"sha256:" + "0".repeat(64)
                    + "\",\"RepoTags\":[\"app:1\",\"app:2\"],\"Size\":123000000,\"Created\":1}]");
        } else if (request.path().endsWith("/json")) {
            RawServer.answer(out, 200, "{\"Os\":\"linux\",\"Architecture\":\"amd64\"}");
        } else {
            String name = request.path().contains("app:1") ? "app:1" : "app:2";
            RawServer.answer(out, 200, ImageBuilder.anImage(name)
                    .platform("linux/amd64")
                    .layer(layer -> layer.file("name", name))
                    .asDockerArchive());
        }
    }

    @TestConfiguration
    static class Reach {

        @Bean
        @Primary
        Engines reachable() {
            return new Engines(Map.of("DOCKER_HOST", "unix://" + folder + "/engine.sock")::get, folder);
        }
    }
}
