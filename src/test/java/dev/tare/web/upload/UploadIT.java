package dev.tare.web.upload;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.tare.report.output.ReportFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static dev.tare.web.upload.BadArchives.good;
import static dev.tare.web.upload.BadArchives.other;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Sends good and bad uploads to a running server. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = { "tare.upload.max-request-size=100MiB",
        "server.tomcat.basedir=target/upload-it", "tare.catalog.size=1MiB" })
@TestInstance(Lifecycle.PER_CLASS)
class UploadIT {

    private static final long HEAP_SLACK = 48L << 20;

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    @LocalServerPort
    private int port;

    private long heapBefore;

    private Set<Path> openBefore = Set.of();

    @BeforeAll
    void warmUp() throws Exception {
        HttpResponse<String> created = send(both(), "application/json");
        assertThat(created.statusCode()).isEqualTo(201);
        String location = created.headers().firstValue("Location").orElseThrow();
        assertThat(get(location + "/chart.png", "*/*").statusCode()).isEqualTo(200);
        this.heapBefore = usedHeap();
        this.openBefore = openFiles();
    }

    @AfterAll
    void leavesNothingBehind() throws Exception {
        assertThat(send(both(), "application/json").statusCode()).isEqualTo(201);
        assertThat(usedHeap()).isLessThan(this.heapBefore + HEAP_SLACK);
        assertThat(this.openBefore).containsAll(openFiles());
        try (Stream<Path> left = Files.walk(Path.of("target", "upload-it"))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void compareGivesDocumentAtItsAddress() throws Exception {
        HttpResponse<String> created = send(both(), "application/json");
        assertThat(created.statusCode()).isEqualTo(201);
        String location = created.headers().firstValue("Location").orElseThrow();
        assertThat(location).matches("/api/comparisons/[0-9a-f]{20}");
        HttpResponse<String> again = get(location, "application/json");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(created.body());
        assertThat(json(created).at("/images/1/name").asString()).isEqualTo("other:1");
    }

    @Test
    void compareGivesMarkdown() throws Exception {
        HttpResponse<String> created = send(both(), "text/markdown");
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Content-Type")).hasValue("text/markdown;charset=UTF-8");
        assertThat(created.body()).startsWith("# ");
    }

    @Test
    void compareGivesText() throws Exception {
        HttpResponse<String> created = send(both(), "text/plain");
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
        assertThat(created.body()).contains("#2 other:1");
    }

    @Test
    void reportIsDownloadedInEveryFormat() throws Exception {
        String location = send(both(), "application/json").headers().firstValue("Location").orElseThrow();
        for (ReportFormat format : ReportFormat.values()) {
            HttpResponse<String> download = get(location.substring("/api".length()) + "/report." + format.extension(),
                    "*/*");
            assertThat(download.statusCode()).isEqualTo(200);
            assertThat(download.headers().firstValue("Content-Type").orElseThrow()).startsWith(format.mediaType());
            assertThat(download.body()).contains("other:1");
        }
        assertThat(get(location.substring("/api".length()) + "/report.pdf", "*/*").statusCode()).isEqualTo(404);
    }

    @Test
    void compareWhenMinimalAnswerIsPreferredGivesAddressOnly() throws Exception {
        HttpResponse<String> created = this.client.send(
                upload("/api/comparisons", both()).header("Prefer", "return=minimal").build(), BodyHandlers.ofString());
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.body()).isEmpty();
    }

    @Test
    void compareWhenBudgetIsExceededFails() throws Exception {
        HttpResponse<String> created = send("/api/comparisons?maxUncompressed=1B", both(), "application/json");
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(json(created).at("/verdict").asString()).isEqualTo("FAIL");
        HttpResponse<String> refused = send("/api/comparisons?maxGrowth=lots", both(), "application/json");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).at("/rule").asString()).isEqualTo("invalid-parameter");
    }

    @Test
    void compareTakesWaiversFromAddressAndFieldAndKeepsThemInTheAddress() throws Exception {
        UploadBody body = both().field("waive", "# ours\nport-exposed=A batch job, no server & no port");
        HttpResponse<String> created =
                send("/api/comparisons?failOn=fail&waive=no-shell%3Done,%20two", body, "application/json");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(json(created).at("/policy/waivers/0/reason").asString()).isEqualTo("one, two");
        assertThat(json(created).at("/policy/checkGate/verdict").asString()).isEqualTo("FAIL");
        String location = created.headers().firstValue("Location").orElseThrow();
        assertThat(json(get(location, "application/json")).at("/policy/waivers/1/reason").asString())
                .isEqualTo("A batch job, no server & no port");
        HttpResponse<String> page = get(location.replace("/api/", "/"), "text/html");
        assertThat(page.body()).contains("Waived: A batch job, no server &amp; no port", "class=\"v waived\"",
                "report.md?waive=no-shell");
        assertThat(send("/api/comparisons?waive=no-shell", both(), "application/json").statusCode()).isEqualTo(400);
        assertThat(send(both().field("waive", "shell=x"), "application/json").statusCode()).isEqualTo(400);
    }

    @Test
    void compareTakesNameAndSelectionFromFieldsBeforeArchive() throws Exception {
        UploadBody body = new UploadBody().field("name", "ours")
                .archive("a.tar", good())
                .field("image", "other:1")
                .archive("two.tar", BadArchives.twoImages());
        HttpResponse<String> created = send(body, "application/json");
        assertThat(json(created).at("/images/0/name").asString()).isEqualTo("ours");
        assertThat(json(created).at("/images/1/name").asString()).isEqualTo("other:1");
    }

    @Test
    void formLeadsToPageOfComparison() throws Exception {
        HttpResponse<String> created = send("/comparisons", both(), "text/html");
        assertThat(created.statusCode()).isEqualTo(303);
        HttpResponse<String> page = get(created.headers().firstValue("Location").orElseThrow(), "text/html");
        assertThat(page.body()).contains("<svg").contains("other:1");
    }

    @Test
    void chartIsServedAsSvgAndPng() throws Exception {
        String location = send(both(), "application/json").headers().firstValue("Location").orElseThrow();
        assertThat(get(location + "/chart.svg", "*/*").body()).startsWith("<svg");
        assertThat(get(location + "/chart.png", "*/*").headers().firstValue("Content-Type")).hasValue("image/png");
    }

    @Test
    void everyPathOfAnImageIsServedAsCsv() throws Exception {
        String location = send(both(), "application/json").headers().firstValue("Location").orElseThrow();
        HttpResponse<String> files = get(location + "/images/1/files.csv", "*/*");
        assertThat(files.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(files.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment;");
        assertThat(files.body()).startsWith("path,type,size,mode,uid,gid,target,sha256,layer\r\n").contains(",file,");
        assertThat(get(location.substring("/api".length()), "text/html").body()).contains("/images/1/files.csv");
        assertThat(get(location + "/images/2/files.csv", "*/*").statusCode()).isEqualTo(404);
        assertThat(get("/api/comparisons/none/images/0/files.csv", "*/*").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void invalidUploadIsAProblemAndTheServiceContinues(String what, Supplier<UploadBody> body, int status, String rule)
            throws Exception {
        HttpResponse<String> refused = send(body.get(), "application/json");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = json(refused);
        assertThat(problem.at("/rule").asString()).isEqualTo(rule);
        assertThat(problem.at("/type").asString()).isEqualTo("urn:problem-type:tare:" + rule);
        assertThat(problem.at("/status").asInt()).isEqualTo(status);
        assertThat(problem.at("/title").asString()).isNotBlank();
        assertThat(problem.at("/detail").asString()).isNotBlank();
        assertThat(problem.at("/instance").asString()).isEqualTo("/api/comparisons");
        assertThat(problem.has("entry")).as(what).isEqualTo(status == 422 || rule.equals("limit-exceeded"));
        assertThat(send(both(), "application/json").statusCode()).isEqualTo(201);
    }

    static Stream<Arguments> invalidUploadIsAProblemAndTheServiceContinues() {
        return Stream.of(bad("not an archive", () -> "not an archive".repeat(100).getBytes(), "not-a-tar"),
                bad("nothing at all", () -> new byte[0], "not-a-tar"),
                bad("truncated", BadArchives::truncated, "truncated"),
                bad("truncated gzip", BadArchives::truncatedGzip, "corrupt-layer"),
                bad("digest mismatch", BadArchives::digestMismatch, "digest-mismatch"),
                bad("missing layer", BadArchives::missingLayer, "missing-layer"),
                bad("no manifest", BadArchives::noManifest, "no-manifest"),
                bad("two images", BadArchives::twoImages, "ambiguous-image"),
                bad("no JSON", BadArchives::noJson, "invalid-document"),
                bad("climbing path", BadArchives::climbingPath, "path-escapes"),
                tooMuch("bomb", BadArchives::bomb, 413, "limit-exceeded"),
                tooMuch("many files", BadArchives::manyFiles, 413, "limit-exceeded"),
                streamed("JSON of 1 GB", BadArchives::hugeDocument, "limit-exceeded"),
                streamed("larger than allowed", BadArchives::hugeArchive, "upload-too-large"),
                arguments("no archive", form(() -> new UploadBody().archive("", new byte[0])), 400,
                        "malformed-upload"),
                arguments("nine archives", form(UploadIT::nine), 400, "malformed-upload"),
                arguments("unknown field", form(() -> new UploadBody().field("colour", "red")), 400,
                        "malformed-upload"),
                arguments("long field", form(() -> new UploadBody().field("image", "a".repeat(5000))), 400,
                        "malformed-upload"),
                arguments("many fields", form(UploadIT::manyFields), 400, "malformed-upload"),
                arguments("long file name", form(() -> new UploadBody().archive("a".repeat(300), good())), 400,
                        "malformed-upload"),
                arguments("unknown platform", form(() -> new UploadBody().field("platform", "linux")), 400,
                        "malformed-upload"));
    }

    @Test
    void ambiguousArchiveGivesChoices() throws Exception {
        HttpResponse<String> refused = send(new UploadBody().archive("two.tar", BadArchives.twoImages()), "*/*");
        assertThat(json(refused).at("/choices").values()).extracting(JsonNode::asString).contains("good:1", "other:1");
    }

    @Test
    void uploadThatIsNotAFormIsRejectedBeforeItsBody() throws Exception {
        HttpResponse<String> refused = this.client.send(HttpRequest.newBuilder(uri("/api/comparisons"))
                .header("Content-Type", "application/x-tar")
                .expectContinue(true)
                .POST(HttpRequest.BodyPublishers.ofByteArray(good()))
                .build(), BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(415);
        assertThat(json(refused).at("/rule").asString()).isEqualTo("not-multipart");
    }

    @Test
    void bodyWithoutLastBoundaryIsProblem() throws Exception {
        InputStream unfinished = new UploadBody().archive("a.tar", good()).unfinished();
        HttpResponse<String> refused = this.client.send(HttpRequest.newBuilder(uri("/api/comparisons"))
                .header("Content-Type", UploadBody.CONTENT_TYPE)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> unfinished))
                .build(), BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).at("/rule").asString()).isEqualTo("malformed-upload");
    }

    @Test
    void nameFromAnArchiveIsEscapedOnTheErrorPage() throws Exception {
        UploadBody body = new UploadBody().archive("<img src=x onerror=alert(1)>.tar", "no tar".getBytes());
        HttpResponse<String> refused = send("/comparisons", body, "text/html");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).doesNotContain("<img src=x").contains("&lt;img src=x");
    }

    private static UploadBody both() {
        return new UploadBody().archive("good.tar", good()).archive("other.tar", other());
    }

    private static UploadBody nine() {
        UploadBody body = new UploadBody();
        for (int i = 0; i < 9; i++) {
            body.archive("a.tar", good());
        }
        return body;
    }

    private static UploadBody manyFields() {
        UploadBody body = new UploadBody();
        for (int i = 0; i < 40; i++) {
            body.field("name", "a");
        }
        return body;
    }

    private static Arguments bad(String what, Supplier<byte[]> archive, String rule) {
        return tooMuch(what, archive, 422, rule);
    }

    private static Arguments tooMuch(String what, Supplier<byte[]> archive, int status, String rule) {
        return arguments(what,
                form(() -> new UploadBody().archive("good.tar", good()).archive("bad.tar", archive.get())), status,
                rule);
    }

    private static Arguments streamed(String what, Supplier<InputStream> archive, String rule) {
        return arguments(what, form(() -> new UploadBody().archive("bad.tar", archive.get())), 413, rule);
    }

    private static Supplier<UploadBody> form(Supplier<UploadBody> body) {
        return body;
    }

    private HttpResponse<String> send(UploadBody body, String accept) throws IOException, InterruptedException {
        return send("/api/comparisons", body, accept);
    }

    private HttpResponse<String> send(String path, UploadBody body, String accept)
            throws IOException, InterruptedException {
        return this.client.send(upload(path, body).header("Accept", accept).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder upload(String path, UploadBody body) {
        return HttpRequest.newBuilder(uri(path))
                .header("Content-Type", UploadBody.CONTENT_TYPE)
                .POST(body.publisher());
    }

    private HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        return this.client.send(HttpRequest.newBuilder(uri(path)).header("Accept", accept).build(),
                BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + this.port + path);
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    /** The open files of this process, if the system lists them. Classes and the font of the charts do not count. */
    private static Set<Path> openFiles() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return Set.of();
        }
        Set<Path> files = new HashSet<>();
        try (Stream<Path> open = Files.list(descriptors)) {
            for (Path descriptor : open.toList()) {
                addFile(descriptor, files);
            }
        }
        return files;
    }

    private static void addFile(Path descriptor, Set<Path> files) throws IOException {
        try {
            Path file = descriptor.toRealPath();
            if (Files.isRegularFile(file) && !file.toString().endsWith(".jar")) {
                files.add(file);
            }
        } catch (NoSuchFileException ex) {
            // It was a socket or a pipe, or the list itself.
        }
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
