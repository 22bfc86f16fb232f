package dev.tare.web;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.MemoryRegistry;
import dev.tare.fixture.RawServer.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(properties = { "tare.registries.internal=127.0.0.1/32", "tare.sizes.max-images=3" })
@AutoConfigureMockMvc
class SizesApiTests {

    private final MemoryRegistry registry = new MemoryRegistry();

    private final String first = this.registry.push("shop", "1", ImageBuilder.multiPlatformLayoutOf("",
            image("1").platform("linux/amd64"), image("1").platform("linux/s390x")));

    private final String second = this.registry.push("shop", "2", ImageBuilder.multiPlatformLayoutOf("",
            image("2").platform("linux/amd64"), image("22").platform("linux/s390x")));

    @Autowired
    private MockMvcTester mvc;

    @AfterEach
    void close() {
        this.registry.close();
    }

    @Test
    void sizesAreReadWithoutLayers() {
        JsonNode report = json(post("/api/sizes", Map.of("images", List.of(this.first, this.second))));
        assertThat(report.at("/images/0/name").asString()).isEqualTo(this.first);
        assertThat(report.at("/platforms/0/images/1/layers").asInt()).isEqualTo(2);
        assertThat(report.at("/platforms/0/pulls/0/sharedLayers").asInt()).isEqualTo(1);
        assertThat(report.at("/traffic/requests").asInt()).isEqualTo(6);
        assertThat(this.registry.requests()).hasSize(6);
    }

    @Test
    void allPlatformsAreRead() {
        MvcTestResult answer =
                post("/api/sizes", Map.of("images", List.of(this.first, this.second), "platform", "all"));
        assertThat(answer).hasStatusOk();
        assertThat(json(answer).path("platforms")).hasSize(2);
    }

    /** The service parses no body of a form, which MockMvc hides. */
    @Test
    void formIsRejected() {
        MvcTestResult answer = this.mvc.post()
                .uri("/api/sizes")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .param("reference", this.first)
                .exchange();
        assertThat(answer).hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        assertThat(json(answer).path("detail").asString()).contains("application/json", "images");
    }

    @Test
    void exceededBudgetIsTheVerdict() {
        JsonNode report = json(post("/api/sizes?maxCompressed=1B&maxGrowth=50%25",
                Map.of("images", List.of(this.first, this.second))));
        assertThat(report.path("verdict").asString()).isEqualTo("FAIL");
        assertThat(report.path("budgets")).hasSize(3);
    }

    @Test
    void missingImageIsAProblem() {
        MvcTestResult answer =
                post("/api/sizes", Map.of("images", List.of(this.first, this.registry.host() + "/shop:none")));
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(json(answer).path("rule").asString()).isEqualTo("registry-status");
    }

    @Test
    void registryThatTheSettingsDoNotAllowIsNotAsked() {
        String denied = this.first.replace("127.0.0.1", "127.0.0.2");
        assertThat(post("/api/sizes", Map.of("images", List.of(denied))))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(this.registry.requests()).extracting(Request::path).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/etc/passwd", "a.tar", "oci:a", "-", "docker://app:1", "Upper" })
    void onlyNamesInRegistriesAreAccepted(String name) {
        MvcTestResult answer = post("/api/sizes", Map.of("images", List.of(name)));
        assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(json(answer).path("rule").asString()).isEqualTo("invalid-image-name");
    }

    @Test
    void tooManyImagesAreRejected() {
        assertThat(json(post("/api/sizes", Map.of("images", Collections.nCopies(4, this.first)))).path("rule")
                .asString()).isEqualTo("invalid-images");
        assertThat(this.registry.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "maxCompressed=lots, invalid-parameter", "maxGrowth=-1, invalid-parameter" })
    void invalidParameterIsRejected(String parameter, String rule) {
        MvcTestResult answer = post("/api/sizes?" + parameter, Map.of("images", List.of(this.first)));
        assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(json(answer).path("rule").asString()).isEqualTo(rule);
    }

    @Test
    void invalidPlatformIsRejected() {
        MvcTestResult answer = post("/api/sizes", Map.of("images", List.of(this.first), "platform", "every"));
        assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(json(answer).path("rule").asString()).isEqualTo("invalid-platform");
    }

    private MvcTestResult post(String address, Map<String, Object> body) {
        return this.mvc.post()
                .uri(URI.create(address))
                .contentType(MediaType.APPLICATION_JSON)
                .content(JsonMapper.shared().writeValueAsString(body))
                .exchange();
    }

    private static JsonNode json(MvcTestResult answer) {
        return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
    }

    private static ImageBuilder image(String content) {
        return ImageBuilder.anImage("")
                .layer(layer -> layer.file("base", "base"))
                .layer(layer -> layer.file("app", content));
    }
}
