package dev.tare.web.job;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

import dev.tare.engine.Engines;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.MemoryRegistry;
import dev.tare.fixture.RawServer.Request;
import dev.tare.registry.Registries;
import dev.tare.source.open.NamedImages;
import dev.tare.web.upload.BadArchives;
import dev.tare.web.upload.UploadBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(properties = { "tare.jobs.running=1", "tare.jobs.waiting=3", "tare.jobs.max-images=4" })
@AutoConfigureMockMvc
class JobApiTests {

    private final MemoryRegistry registry = new MemoryRegistry();

    private final CountDownLatch open = new CountDownLatch(1);

    private final String first = this.registry.push("shop", "1", image("1"));

    private final String second = this.registry.push("shop", "2", image("2"));

    @Autowired
    private MockMvcTester mvc;

    @AfterEach
    void close() {
        this.open.countDown();
        this.registry.close();
    }

    @Test
    void imagesAreComparedByName() {
        MvcTestResult created = post("{\"images\":[\"%s\",\"registry://%s\"],\"names\":[\"before\",null],"
                .formatted(this.first, this.second) + "\"waive\":[\"no-shell=Support needs one\"]}");
        assertThat(created).hasStatus(HttpStatus.ACCEPTED).hasContentType(MediaType.APPLICATION_JSON);
        String job = created.getResponse().getHeader(HttpHeaders.LOCATION);
        assertThat(json(created).path("href").asString()).isEqualTo(job).startsWith("/api/jobs/");
        JsonNode ended = ended(job);
        assertThat(ended.path("status").asString()).isEqualTo("done");
        assertThat(ended.at("/images/0/layersDone").asInt()).isEqualTo(2);
        String report = ended.at("/comparison/href").asString();
        assertThat(report).contains("waive=");
        JsonNode images = json(this.mvc.get().uri(URI.create(report)).exchange()).path("images");
        assertThat(images.at("/0/name").asString()).isEqualTo("before");
        assertThat(images.at("/1/name").asString()).isEqualTo(this.second);
        assertThat(this.mvc.get().uri(job.replace("/api/", "/")).exchange()).hasStatus(HttpStatus.SEE_OTHER)
                .hasHeader(HttpHeaders.LOCATION, report.replace("/api/", "/"));
    }

    @Test
    void aSingleNameIsReadLikeTheCommandReadsIt() {
        JsonNode ended = ended(location(post("{\"images\":[\"%s\"]}".formatted(this.first))));
        assertThat(ended.path("status").asString()).isEqualTo("done");
        JsonNode report = json(this.mvc.get().uri(ended.at("/comparison/href").asString()).exchange());
        assertThat(report.at("/image/name").asString()).isEqualTo(this.first);
    }

    @Test
    void aBudgetOfGrowthNeedsASecondName() {
        MvcTestResult answer = this.mvc.post()
                .uri("/api/comparisons?maxGrowth=5%")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"images\":[\"%s\"]}".formatted(this.first))
                .exchange();
        assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(json(answer).path("rule").asString()).isEqualTo("invalid-parameter");
    }

    @Test
    void sizesAreKnownBeforeLayersArrive() {
        hold();
        String job = location(post(both()));
        await().until(() -> !json(this.mvc.get().uri(job).exchange()).at("/images/1/sizes").isNull());
        JsonNode images = json(this.mvc.get().uri(job).exchange()).path("images");
        assertThat(images.at("/0/layersDone").asInt()).as("the layers that are read, perhaps a known one")
                .isLessThan(2);
        assertThat(images.at("/1/status").asString()).isEqualTo("waiting");
        assertThat(images.at("/1/sizes/layers").asInt()).isEqualTo(2);
        assertThat(images.at("/1/sizes/sharedLayers").asInt()).isEqualTo(1);
        assertThat(images.at("/1/sizes/compressedBytes").asLong())
                .isGreaterThan(images.at("/1/sizes/sharedBytes").asLong());
        assertThat(this.mvc.get().uri(job.replace("/api/", "/"))).bodyText()
                .contains("compressed in 2 layers, 1 shared with another image", "All images: ", "of 4 layers",
                        "aria-label=\"All images\"");
        JsonNode progress = json(this.mvc.get().uri(job).exchange()).path("progress");
        assertThat(progress.path("layers").asInt()).isEqualTo(4);
        assertThat(progress.path("bytes").asLong()).isEqualTo(images.valueStream()
                .mapToLong(image -> image.at("/sizes/compressedBytes").asLong())
                .sum());
        this.open.countDown();
        JsonNode whole = ended(job).path("progress");
        assertThat(whole.path("bytesDone")).isEqualTo(whole.path("bytes")).isEqualTo(progress.path("bytes"));
        assertThat(whole.path("bytesKnown").asLong()).isPositive();
        assertThat(this.registry.requests()).extracting(Request::path).doesNotHaveDuplicates();
    }

    @Test
    void eachImageOfAFailedJobHasItsProblem() {
        JsonNode ended = ended(location(post("{\"images\":[\"%s\",\"%s:gone\"]}".formatted(this.first,
                this.registry.host() + "/shop"))));
        assertThat(ended.path("status").asString()).isEqualTo("failed");
        assertThat(ended.at("/images/0/status").asString()).isEqualTo("done");
        assertThat(ended.at("/images/1/problem/rule").asString()).isEqualTo("registry-status");
        assertThat(ended.at("/images/1/problem/message").asString()).contains("404", "shop");
        assertThat(ended.path("comparison").isNull()).isTrue();
    }

    @Test
    void archivesAndNamesKeepTheirOrder() throws IOException {
        MvcTestResult created = upload("/api/comparisons", new UploadBody().field("reference", this.second)
                .archive("good.tar", BadArchives.good())
                .field("reference", "\r\n" + this.first + "\r\n"));
        assertThat(created).hasStatus(HttpStatus.ACCEPTED);
        JsonNode ended = ended(location(created));
        assertThat(ended.path("images").valueStream().map(image -> image.path("image").asString()))
                .containsExactly(this.second, "good.tar", this.first);
        assertThat(ended.path("status").asString()).isEqualTo("done");
    }

    @Test
    void pageRedirectsToTheJob() throws IOException {
        MvcTestResult created = upload("/comparisons", new UploadBody().field("reference", this.first)
                .archive("", new byte[0])
                .field("reference", this.second)
                .field("waive", ""));
        assertThat(created).hasStatus(HttpStatus.SEE_OTHER);
        String page = location(created);
        assertThat(page).matches("/jobs/[0-9a-f]{32}");
        ended("/api" + page);
    }

    @Test
    void deleteCancels() {
        hold();
        String job = location(post(both()));
        assertThat(this.mvc.delete().uri(job)).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(ended(job).path("status").asString()).isEqualTo("cancelled");
        assertThat(this.mvc.get().uri(job.replace("/api/", "/"))).hasStatusOk()
                .bodyText()
                .contains("cancelled", "value=\"" + this.first + "\"", this.second + "</textarea>");
    }

    @Test
    void pageOfAnotherSiteCannotCancel() {
        hold();
        String job = location(post(both()));
        assertThat(this.mvc.post().uri(job.replace("/api/", "/") + "/cancel").header("Sec-Fetch-Site", "cross-site"))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(json(this.mvc.get().uri(job).exchange()).path("status").asString()).isNotEqualTo("cancelled");
        assertThat(this.mvc.post().uri(job.replace("/api/", "/") + "/cancel").header("Sec-Fetch-Site", "same-origin"))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(ended(job).path("status").asString()).isEqualTo("cancelled");
    }

    @Test
    void waitingJobHasAPosition() {
        hold();
        String running = location(post(both()));
        String next = location(post(both()));
        assertThat(json(this.mvc.get().uri(next).exchange()).path("status").asString()).isEqualTo("waiting");
        assertThat(this.mvc.get().uri(next)).hasHeader(HttpHeaders.RETRY_AFTER, "1")
                .hasHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        MvcTestResult rejected = post(both());
        assertThat(rejected).hasStatus(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(rejected.getResponse().getHeader(HttpHeaders.RETRY_AFTER)).isNotNull();
        this.open.countDown();
        assertThat(ended(running).path("status").asString()).isEqualTo("done");
        assertThat(ended(next).path("status").asString()).isEqualTo("done");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/jobs/0123456789abcdef0123456789abcdef", "/api/jobs/x", "/jobs/x" })
    void unknownJobIsNotFound(String address) {
        assertThat(this.mvc.get().uri(address)).hasStatus(HttpStatus.NOT_FOUND)
                .bodyJson()
                .extractingPath("$.rule")
                .isEqualTo("no-such-job");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/etc/passwd", "./a.tar", "archive:/tmp/a.tar", "archive:a", "oci:/tmp/a", "oci:a", "-",
            "-#a", "a.tar", "http://example.com/a",
            "file:///etc/passwd", "registry:///etc/passwd", "Upper:1", "a b" })
    void onlyNamesInRegistriesAreAccepted(String name) throws IOException {
        MvcTestResult json = post(
                JsonMapper.shared().writeValueAsString(Map.of("images", new String[] { this.first, name })));
        assertThat(json).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(json(json).path("rule").asString()).isEqualTo("invalid-image-name");
        assertThat(json(json).path("detail").asString()).contains("\"" + name + "\"", "REPOSITORY");
        assertThat(upload("/api/comparisons", new UploadBody().field("reference", this.first)
                .field("reference", name))).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(this.registry.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "docker://nginx", "podman://nginx" })
    void engineIsRejectedWithTheSettingThatEnablesIt(String name) {
        MvcTestResult answer = post("{\"images\":[\"%s\",\"%s\"]}".formatted(this.first, name));
        assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(json(answer).path("rule").asString()).isEqualTo("invalid-image-name");
        assertThat(json(answer).path("detail").asString()).contains("\"tare.engines.enabled=" + name.substring(0, 6));
        assertThat(this.mvc.get().uri("/")).bodyText().doesNotContain("datalist");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = { "{ | malformed-request", "null | malformed-request",
            "[] | malformed-request", "{\"images\":[null,null]} | malformed-request",
            "{\"images\":[\"a\",\"b\"],\"path\":\"x\"} | malformed-request", "{\"images\":[]} | invalid-images",
            "{\"images\":[\"\"]} | invalid-image-name",
            "{} | invalid-images",
            "{\"images\":[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\"]} | invalid-images",
            "{\"images\":[\"a\",\"b\"],\"names\":[\"x\"]} | invalid-names",
            "{\"images\":[\"a\",\"b\"],\"names\":[\"x\",\"\"]} | invalid-names",
            "{\"images\":[\"a\",\"b\"],\"platform\":\"x\"} | invalid-platform",
            "{\"images\":[\"a\",\"b\"],\"waive\":[\"x\"]} | invalid-waiver" })
    void invalidRequestIsRejected(String body, String rule) {
        MvcTestResult answer = post(body);
        assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(json(answer).path("rule").asString()).isEqualTo(rule);
    }

    @Test
    void hugeRequestIsRejected() {
        assertThat(post("{\"images\":[\"a\",\"b\"]," + " ".repeat(70_000) + "}"))
                .hasStatus(HttpStatus.CONTENT_TOO_LARGE);
    }

    @Test
    void formHasTheSameBoundOfImagesAsJson() throws IOException {
        MvcTestResult created = upload("/api/comparisons", formOfFour());
        assertThat(created).hasStatus(HttpStatus.ACCEPTED);
        ended(location(created));
        MvcTestResult tooMany = upload("/api/comparisons", formOfFour().archive("good.tar", BadArchives.good()));
        assertThat(tooMany).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(json(tooMany).path("detail").asString()).contains("tare.jobs.max-images");
    }

    @Test
    void longListOfNamesAndWaiversIsAccepted() throws IOException {
        MvcTestResult created = upload("/api/comparisons", new UploadBody().field("waive", "\n".repeat(3_000))
                .field("reference", this.first + "\n".repeat(3_000) + this.second));
        assertThat(created).hasStatus(HttpStatus.ACCEPTED);
        ended(location(created));
        assertThat(upload("/api/comparisons", new UploadBody().field("reference", "\n".repeat(70_000))))
                .hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void jsonIsAcceptedWhateverTypeTheClientPrefers() {
        MvcTestResult created = this.mvc.post()
                .uri("/api/comparisons")
                .contentType(MediaType.APPLICATION_JSON)
                .accept("text/markdown")
                .content(both())
                .exchange();
        assertThat(created).hasStatus(HttpStatus.ACCEPTED).hasContentType(MediaType.APPLICATION_JSON);
        ended(location(created));
    }

    @Test
    void bodyOfAnotherTypeIsRejectedWithAllTypes() {
        MvcTestResult answer =
                this.mvc.post().uri("/api/comparisons").contentType(MediaType.TEXT_PLAIN).content(both()).exchange();
        assertThat(answer).hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        assertThat(json(answer).path("detail").asString()).contains("multipart/form-data", "application/json");
    }

    private static ImageBuilder image(String content) {
        return ImageBuilder.anImage("")
                .layer(layer -> layer.file("etc/base", "base"))
                .layer(layer -> layer.file("app", content + System.nanoTime()));
    }

    private String both() {
        return "{\"images\":[\"%s\",\"%s\"]}".formatted(this.first, this.second);
    }

    private void hold() {
        this.registry.pace((_, content, out) -> {
            try {
                this.open.await();
            } catch (InterruptedException ex) {
                throw new IOException(ex);
            }
            out.write(content);
        });
    }

    private MvcTestResult post(String json) {
        return this.mvc.post().uri("/api/comparisons").contentType(MediaType.APPLICATION_JSON).content(json).exchange();
    }

    private MvcTestResult upload(String address, UploadBody body) throws IOException {
        return this.mvc.post()
                .uri(address)
                .contentType(UploadBody.CONTENT_TYPE)
                .content(body.stream().readAllBytes())
                .exchange();
    }

    private UploadBody formOfFour() {
        return new UploadBody().archive("good.tar", BadArchives.good())
                .field("reference", this.first)
                .field("reference", this.first)
                .field("reference", this.first);
    }

    private static String location(MvcTestResult answer) {
        String location = answer.getResponse().getHeader(HttpHeaders.LOCATION);
        assertThat(location).as("Location").isNotNull();
        return location;
    }

    private static JsonNode json(MvcTestResult answer) {
        return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
    }

    private JsonNode ended(String job) {
        await().until(() -> !json(this.mvc.get().uri(job).exchange()).path("status")
                .asString()
                .matches(
                        "waiting|running"));
        return json(this.mvc.get().uri(job).exchange());
    }

    @TestConfiguration
    static class Reach {

        @Bean
        @Primary
        NamedImages reachable() {
            return new NamedImages(Registries.ofThisUser(), Engines.ofThisUser(), Set.of());
        }
    }
}
