package dev.tare.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.tare.fixture.ArchiveBuilder;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.MemoryRegistry;
import dev.tare.fixture.RawServer.Request;
import dev.tare.image.Descriptor;
import dev.tare.image.DiffId;
import dev.tare.image.Digest;
import dev.tare.image.InvalidBasesException;
import dev.tare.inspection.base.BasesFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static dev.tare.fixture.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The base image from the command line, with images whose history misleads. */
class BaseImagesTests {

    @TempDir
    private Path folder;

    /** The base image is an Amazon Linux with Java, and sets no command of its own. */
    private static ImageBuilder corretto() {
        return layers("corretto:1", 3).history("/bin/sh -c #(nop) ADD file:8a in / ")
                .emptyHistory("/bin/sh -c #(nop)  CMD [\"/bin/bash\"]")
                .emptyHistory("ARG version=17.0.9.8-1")
                .history("RUN |1 version=17.0.9.8-1 /bin/sh -c yum install -y java # buildkit")
                .emptyHistory("ENV JAVA_HOME=/usr/lib/jvm/java")
                .history("COPY target/app.jar /app.jar # buildkit")
                .emptyHistory("ENTRYPOINT [\"java\" \"-jar\" \"/app.jar\"]")
                .config(c -> c.entrypoint("java", "-jar", "/app.jar"));
    }

    private static ImageBuilder twoCommands() {
        return layers("twocmd:1", 3).history("/bin/sh -c #(nop) ADD file:abc in / ")
                .emptyHistory("/bin/sh -c #(nop)  CMD [\"bash\"]")
                .history("COPY a /a # buildkit")
                .emptyHistory("CMD [\"/a\"]")
                .history("COPY b /b # buildkit")
                .emptyHistory("CMD [\"/b\"]")
                .config(c -> c.cmd("/b"));
    }

    @Test
    void historyOfAMisleadingImageIsNoProof() throws IOException {
        for (ImageBuilder image : List.of(corretto(), twoCommands())) {
            JsonNode report = inspect(write("image.tar", image.asOciArchive()));
            assertThat(report.at("/image/base/grade").stringValue()).isEqualTo("LIKELY");
            assertThat(report.at("/image/base/layers").isNull()).isTrue();
            assertThat(report.at("/image/base/likely/count").intValue()).isEqualTo(1);
            assertThat(report.at("/image/base/least").isNull()).isTrue();
            assertThat(report.at("/image/sizes/weight/netUncompressedBytes").isNull()).isTrue();
        }
    }

    @Test
    void lowestLayerWithADistributionIsALowerBound() throws IOException {
        ImageBuilder image = anImage("app:1").layer(l -> l.file("etc/os-release", "ID=debian\n"))
                .layer(l -> l.file("app", "app"));
        JsonNode base = inspect(write("image.tar", image.asDockerArchive())).at("/image/base");
        assertThat(base.path("grade").stringValue()).isEqualTo("UNKNOWN");
        assertThat(base.at("/least/count").intValue()).isEqualTo(1);
        assertThat(base.at("/least/uncompressedBytes").longValue()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({ "1", "2", "3" })
    void baseVerifiesTheLowestLayers(int layers) throws IOException {
        Path image = write("image.tar", corretto().asOciArchive());
        Path base = write("base.tar", layers("base:1", layers).asDockerArchive());
        JsonNode report = inspect(image, "--base", base);
        assertThat(report.at("/image/base/grade").stringValue()).isEqualTo("VERIFIED");
        assertThat(report.at("/image/base/name").stringValue()).isEqualTo("base:1");
        assertThat(report.at("/image/base/layers/count").intValue()).isEqualTo(layers);
        assertThat(report.at("/image/sizes/weight/netUncompressedBytes").longValue()).isEqualTo(10 * (3 - layers));
    }

    @Test
    void baseWithOtherLayersVerifiesNothing() throws IOException {
        Path image = write("image.tar", corretto().asOciArchive());
        for (ImageBuilder other : List.of(layers("other:1", 4), anImage("other:1").layer(l -> l.file("x", "x")))) {
            JsonNode base = inspect(image, "--base", write("base.tar", other.asDockerArchive())).at("/image/base");
            assertThat(base.path("grade").stringValue()).isEqualTo("LIKELY");
            assertThat(base.path("evidence").stringValue()).contains("other:1");
        }
    }

    @Test
    void baseWinsOverALongerKnownBase() throws IOException {
        Path image = write("image.tar", corretto().asOciArchive());
        Path bases = this.folder.resolve("bases.json");
        add(bases, layers("known:1", 1));
        add(bases, layers("known:2", 2));
        assertThat(inspect(image, "--bases", bases).at("/image/base/name").stringValue()).isEqualTo("known:2");
        Path base = write("base.tar", layers("given:1", 1).asDockerArchive());
        assertThat(inspect(image, "--bases", bases, "--base", base).at("/image/base/name").stringValue())
                .isEqualTo("given:1");
    }

    @Test
    void knownBaseIsNotItsOwnBaseImage() throws IOException {
        Path bases = this.folder.resolve("bases.json");
        Path base = add(bases, layers("known:1", 2));
        assertThat(inspect(base, "--bases", bases).at("/image/base/grade").stringValue()).isEqualTo("UNKNOWN");
        Path same = write("same.tar", layers("app:1", 2).config(c -> c.cmd("a")).asDockerArchive());
        JsonNode report = inspect(same, "--bases", bases);
        assertThat(report.at("/image/base/layers/count").intValue()).isEqualTo(2);
        assertThat(report.at("/image/sizes/weight/netUncompressedBytes").longValue()).isZero();
        Path build = write("build.tar", layers("known:2", 3).asDockerArchive());
        assertThat(inspect(build, "--bases", bases).at("/image/base/grade").stringValue()).isEqualTo("UNKNOWN");
    }

    @Test
    void otherImageOfAComparisonVerifiesTheBaseImage() throws IOException {
        Path base = write("base.tar", layers("base:1", 2).asDockerArchive());
        Path app = write("app.tar", corretto().asOciArchive());
        Path build = write("build.tar", layers("corretto:2", 2).asDockerArchive());
        JsonNode report = JsonMapper.shared()
                .readTree(CommandRun.of("compare", base, app, "--format", "json").out());
        assertThat(report.at("/images/0/base/grade").stringValue()).isEqualTo("UNKNOWN");
        assertThat(report.at("/images/1/base/grade").stringValue()).isEqualTo("VERIFIED");
        assertThat(report.at("/images/1/base/name").stringValue()).isEqualTo("base:1");
        assertThat(report.at("/images/1/layers").valueStream().map(layer -> layer.path("origin").stringValue()))
                .containsExactly("BASE", "BASE", "NET");
        assertThat(JsonMapper.shared()
                .readTree(CommandRun.of("compare", build, app, "--format", "json").out())
                .at("/images/1/base/grade")
                .stringValue()).isEqualTo("LIKELY");
    }

    /** Two archives without tags are usually two versions of one application. */
    @Test
    void imagesWithoutTagsVerifyNothing() throws IOException {
        Path before = write("before.tar", layers("", 2).asOciArchive());
        Path after = write("after.tar", layers("", 3).asOciArchive());
        JsonNode untagged = compared(before, after);
        assertThat(untagged.path("grade").stringValue()).isEqualTo("UNKNOWN");
        assertThat(untagged.path("evidence").stringValue()).contains("before.tar", "--base");
        Path tagged = write("tagged.tar", layers("app:1", 3).asOciArchive());
        assertThat(compared(before, tagged).path("grade").stringValue()).isEqualTo("VERIFIED");
    }

    private static JsonNode compared(Path other, Path image) {
        CommandRun run = CommandRun.of("compare", other, image, "--format", "json");
        assertThat(run.status()).as(run.err()).isZero();
        return JsonMapper.shared().readTree(run.out()).at("/images/1/base");
    }

    @Test
    void addWritesAFileThatFollowsTheSchema() throws IOException {
        Path bases = this.folder.resolve("bases.json");
        add(bases, layers("known:1", 1));
        add(bases, layers("known:1", 2));
        add(bases, layers("known:2", 1), "--name", "registry.example.com/java:25", "--digest",
                "sha256:" + "b".repeat(64));
        JsonNode written = JsonMapper.shared().readTree(Files.readString(bases));
        assertThat(written.path("bases").valueStream().map(base -> base.path("name").stringValue()))
                .containsExactly("known:1", "registry.example.com/java:25");
        assertThat(written.at("/bases/0/diffIds").size()).isEqualTo(2);
        assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(CommandRun.of("schema", "bases").out())
                .validate(Files.readString(bases), InputFormat.JSON)).isEmpty();
        assertThat(BasesFile.read(bases)).hasSize(2);
    }

    /** The diff IDs are in the config. */
    @Test
    void baseInARegistryIsReadWithoutItsLayers() throws IOException {
        ImageBuilder base = layers("", 2);
        Path image = write("image.tar", corretto().asOciArchive());
        Path bases = this.folder.resolve("bases.json");
        try (MemoryRegistry registry = new MemoryRegistry()) {
            String name = registry.push("team/java", "25", attested(base));
            List<String> documents = List.of("/v2/team/java/manifests/25",
                    "/v2/team/java/manifests/" + base.ociManifestDigest(),
                    "/v2/team/java/blobs/" + Digest.sha256Of(base.configDocument()));
            assertThat(inspect(image, "--base", name).at("/image/base/grade").stringValue()).isEqualTo("VERIFIED");
            assertThat(registry.requests()).extracting(Request::path).containsExactlyElementsOf(documents);
            assertThat(CommandRun.of("base", "add", name, "--bases", bases).status()).isZero();
            assertThat(registry.requests()).hasSize(2 * documents.size());
            assertThat(BasesFile.read(bases)).singleElement()
                    .satisfies(known -> assertThat(known.diffIds()).extracting(DiffId::toString)
                            .containsExactlyElementsOf(base.diffIds().stream().map(Digest::toString).toList()));
        }
    }

    @Test
    void addOfAllPlatformsReadsEachDocumentOfARegistryOnce() {
        Path bases = this.folder.resolve("bases.json");
        try (MemoryRegistry registry = new MemoryRegistry()) {
            String one = registry.push("team/one", "1", layers("", 2));
            String two = registry.push("team/two", "1",
                    ImageBuilder.multiPlatformLayoutOf("", layers("", 1).platform("linux/amd64"),
                            layers("", 2).platform("linux/arm64")));
            for (String name : List.of(one, two)) {
                assertThat(CommandRun.of("base", "add", name, "--bases", bases, "--platform", "all").status()).isZero();
            }
            assertThat(registry.requests()).extracting(Request::path).doesNotHaveDuplicates().hasSize(2 + 5);
        }
    }

    /** The base image is in the registry with two layers. Only commands that report it ask for it. */
    @Test
    void namedBaseIsRequestedUnlessThatIsSwitchedOff() throws IOException {
        try (MemoryRegistry registry = new MemoryRegistry()) {
            String base = registry.push("team/java", "25", layers("", 2));
            Path image = Path.of(registry.push("team/app", "1", layers("", 3).annotation(Descriptor.BASE_NAME, base)
                    .annotation(Descriptor.BASE_DIGEST, registry.digest("team/java", "25"))));
            assertThat(inspect(image, "--no-base-lookup").at("/image/base/grade").stringValue()).isEqualTo("UNKNOWN");
            assertThat(CommandRun.of("files", image).status()).isZero();
            assertThat(registry.requests()).extracting(Request::path).noneMatch(path -> path.contains("team/java"));
            JsonNode report = inspect(image);
            assertThat(report.at("/image/base/grade").stringValue()).isEqualTo("VERIFIED");
            assertThat(report.at("/image/base/layers/count").intValue()).isEqualTo(2);
            assertThat(registry.requests()).extracting(Request::path)
                    .filteredOn(path -> path.contains("team/java"))
                    .hasSize(2);
        }
    }

    @Test
    void imagesOfOneCommandAskOnceForTheirBase() {
        try (MemoryRegistry registry = new MemoryRegistry()) {
            String base = registry.push("team/java", "25", layers("", 2));
            List<String> images = Stream.of("a", "b")
                    .map(name -> registry.push("team/" + name, "1",
                            layers(name, 3).annotation(Descriptor.BASE_NAME, base)))
                    .toList();
            CommandRun.of("compare", images.getFirst(), images.getLast());
            assertThat(registry.requests()).extracting(Request::path)
                    .filteredOn(path -> path.contains("team/java"))
                    .hasSize(2);
        }
    }

    /** An image with a provenance, which is no part of a base image. */
    private static ArchiveBuilder attested(ImageBuilder image) {
        return image.attestedLayout("https://slsa.dev/provenance/v1", _ -> "{}");
    }

    @Test
    void addReportsThatAnEntryIsReplaced() throws IOException {
        Path bases = this.folder.resolve("bases.json");
        Path archive = write("latest.tar", layers("latest", 1).asOciArchive());
        assertThat(CommandRun.of("base", "add", archive, "--bases", bases).out()).contains("added latest");
        assertThat(CommandRun.of("base", "add", archive, "--bases", bases).out()).contains("replaced latest");
    }

    @ParameterizedTest
    @CsvSource({ "name, ' '", "platform, nonsense", "platform, linux/", "platform, a/b/c/d" })
    void schemaRejectsWhatTheParserRejects(String member, String value) throws IOException {
        String content = "{\"bases\": [{%s\"%s\": \"%s\", \"diffIds\": [\"sha256:%s\"]}]}".formatted(
                member.equals("name") ? "" : "\"name\": \"a\", ", member, value, "a".repeat(64));
        Path bases = Files.writeString(this.folder.resolve("bases.json"), content);
        assertThatExceptionOfType(InvalidBasesException.class).isThrownBy(() -> BasesFile.read(bases));
        assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(BasesFile.schema())
                .validate(content, InputFormat.JSON)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "no JSON | line 1, column",
            "{\"bases\": | line 1, column", "[] | not a JSON object", "{} | bases",
            "{\"bases\": [{\"name\": \"a\"}]} | bases[0]",
            "{\"bases\": [{\"name\": \"a\", \"diffids\": []}]} | diffids",
            "{\"bases\": [{\"name\": \"a\", \"diffIds\": [\"sha256:1\"]}]} | bases[0]",
            "{\"bases\": [{\"name\": \" \", \"diffIds\": [\"sha256:1\"]}]} | bases[0]",
            "{\"bases\": [7]} | bases[0]", "{\"schemaVersion\": 2, \"bases\": []} | schemaVersion" })
    void invalidFileOfBasesIsAnError(String content, String fact) throws IOException {
        Path bases = Files.writeString(this.folder.resolve("bases.json"), content);
        CommandRun run = CommandRun.of("inspect", write("image.tar", corretto().asOciArchive()), "--bases", bases);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(bases.toString(), fact, "tare base add").doesNotContain("Source:");
    }

    @Test
    void missingFileOfBasesIsAnError() throws IOException {
        CommandRun run = CommandRun.of("inspect", write("image.tar", corretto().asOciArchive()), "--bases",
                this.folder.resolve("none.json"));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("none.json", "no such file").doesNotContain("Correct");
    }

    @Test
    void outputNeverOverwritesABase() throws IOException {
        Path image = write("image.tar", corretto().asOciArchive());
        Path base = write("base.tar", layers("base:1", 1).asDockerArchive());
        Path bases = this.folder.resolve("bases.json");
        add(bases, layers("known:1", 1));
        assertThat(CommandRun.of("inspect", image, "--base", base, "--output", base).status()).isEqualTo(2);
        assertThat(CommandRun.of("inspect", image, "--bases", bases, "--output", bases).status()).isEqualTo(2);
        assertThat(CommandRun.of("base", "add", base, "--bases", base).status()).isEqualTo(2);
    }

    @Test
    void provenanceWithLayersStatesTheBaseImage() throws IOException {
        ImageBuilder image = corretto();
        String layers = image.ociLayerDigests()
                .subList(0, 2)
                .stream()
                .map("{\"digest\": \"%s\"}"::formatted)
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
        Path archive = write("image.tar", image.attestedLayout("https://slsa.dev/provenance/v1",
                manifest -> statement("v1", manifest, """
                        {"buildDefinition": {"externalParameters": {"request": {"args": {"source": "docker/dockerfile:1"}}},
                         "internalParameters": {"buildConfig": {"llbDefinition": [
                          {"id": "step0", "op": {"Op": {"source": {"identifier":
                            "docker-image://docker.io/library/amazoncorretto:17@sha256:%s"}}}},
                          {"id": "step1", "op": {"Op": {"source": {"identifier": "docker-image://docker.io/library/golang:1"}}}}]}},
                         "resolvedDependencies": [{"uri": "pkg:docker/docker/dockerfile@1", "digest": {"sha256": "%s"}}]},
                         "runDetails": {"metadata": {"buildkit_metadata": {"layers": {"step0:0": [[%s]]}}}}}"""
                        .formatted("a".repeat(64), "b".repeat(64), layers)))
                .toTar());
        JsonNode base = inspect(archive).at("/image/base");
        assertThat(base.path("grade").stringValue()).isEqualTo("STATED");
        assertThat(base.path("name").stringValue()).isEqualTo("amazoncorretto:17");
        assertThat(base.path("digest").stringValue()).isEqualTo("sha256:" + "a".repeat(64));
        assertThat(base.at("/layers/count").intValue()).isEqualTo(2);
    }

    @Test
    void provenanceWithoutLayersStatesOnlyTheNameAndDigest() throws IOException {
        JsonNode base = inspect(write("image.tar", provenance(corretto(),
                "pkg:docker/docker/dockerfile@1",
                "pkg:docker/registry.example.com%3A5000/java@17?platform=linux%2Famd64")))
                .at("/image/base");
        assertThat(base.path("grade").stringValue()).isEqualTo("STATED");
        assertThat(base.path("name").stringValue()).isEqualTo("registry.example.com:5000/java:17");
        assertThat(base.path("digest").stringValue()).isEqualTo("sha256:" + "c".repeat(64));
        assertThat(base.path("layers").isNull()).isTrue();
        assertThat(base.at("/likely/count").intValue()).isEqualTo(1);
    }

    @Test
    void provenanceOfSeveralImagesOrOfACopiedFileStatesNothing() throws IOException {
        JsonNode several = inspect(write("image.tar",
                provenance(corretto(), "pkg:docker/golang@1", "pkg:docker/debian@13"))).at("/image/base");
        assertThat(several.path("grade").stringValue()).isEqualTo("LIKELY");
        for (String step : List.of("COPY /app /app # buildkit", "WORKDIR /app", "COPY / / # buildkit",
                "COPY /rootfs / # buildkit")) {
            ImageBuilder scratch =
                    anImage("scratch:1").layer(l -> l.file(step.contains(" / #") ? "etc/os-release" : "a", "a"))
                            .history(step)
                            .layer(l -> l.file("b", "b"))
                            .history("COPY b /b # buildkit");
            JsonNode copied = inspect(write("image.tar", provenance(scratch, "pkg:docker/golang@1"))).at("/image/base");
            assertThat(copied.path("grade").stringValue()).as(step).isEqualTo("UNKNOWN");
            assertThat(copied.path("name").isNull()).isTrue();
            assertThat(copied.path("evidence").stringValue()).contains("provenance").doesNotContain("no record");
            assertThat(copied.path("least").isNull()).isTrue();
        }
    }

    @Test
    void provenanceOfAnotherImageIsARemark() throws IOException {
        JsonNode image = inspect(write("image.tar", corretto().attestedLayout("https://slsa.dev/provenance/v0.2",
                manifest -> statement("v0.2", Digest.parse("sha256:" + "d".repeat(64)), "{}")).toTar())).path("image");
        assertThat(image.at("/base/grade").stringValue()).isEqualTo("LIKELY");
        assertThat(image.at("/identity/remarks").get(0).stringValue()).contains("provenance", "subject");
    }

    private static byte[] provenance(ImageBuilder image, String... materials) {
        String listed = List.of(materials)
                .stream()
                .map(uri -> "{\"uri\": \"%s\", \"digest\": {\"sha256\": \"%s\"}}".formatted(uri,
                        (uri.contains("java") ? "c" : uri.contains("golang") ? "d" : "e").repeat(64)))
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
        return image.attestedLayout("https://slsa.dev/provenance/v0.2", manifest -> statement("v0.2", manifest, """
                {"materials": [%s], "invocation": {"parameters": {"args": {"source": "docker/dockerfile:1"}}}}"""
                .formatted(listed))).toTar();
    }

    private static String statement(String version, Digest manifest, String predicate) {
        return """
                {"_type": "https://in-toto.io/Statement/v0.1", "predicateType": "https://slsa.dev/provenance/%s",
                 "subject": [{"name": "pkg:docker/a", "digest": {"sha256": "%s"}}], "predicate": %s}"""
                .formatted(version, manifest.hex(), predicate);
    }

    private static ImageBuilder layers(String name, int count) {
        ImageBuilder image = anImage(name);
        for (int i = 0; i < count; i++) {
            String path = "l" + i;
            image.layer(l -> l.file(path, "0123456789"));
        }
        return image;
    }

    private Path add(Path bases, ImageBuilder base, Object... options) throws IOException {
        Path archive = write("known.tar", base.asDockerArchive());
        CommandRun run = CommandRun.of(Stream
                .concat(Stream.of("base", "add", archive, "--bases", bases),
                        Stream.of(options))
                .toArray());
        assertThat(run.status()).as(run.err()).isZero();
        return archive;
    }

    private static JsonNode inspect(Path image, Object... options) {
        CommandRun run = CommandRun.of(Stream
                .concat(Stream.of("inspect", image, "--format", "json"),
                        Stream.of(options))
                .toArray());
        assertThat(run.status()).as(run.err()).isZero();
        return JsonMapper.shared().readTree(run.out());
    }

    private Path write(String name, byte[] archive) throws IOException {
        return Files.write(this.folder.resolve(name), archive);
    }
}
