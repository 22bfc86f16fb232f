package dev.tare.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.MemoryRegistry;
import dev.tare.fixture.RawServer.Request;
import dev.tare.image.KnownBase;
import dev.tare.inspection.base.BasesFile;
import dev.tare.report.json.ReportSchema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class AllPlatformsTests {

    private static final String AMD = "linux/amd64";

    private static final String ARM = "linux/arm64";

    /** Those of one image, as documented. */
    private static final int MOST_PLATFORMS = 32;

    @TempDir
    private Path folder;

    private Path before;

    private Path after;

    @BeforeEach
    void writeImages() throws IOException {
        this.before = write("before", image(AMD, "one"), image(ARM, "two"), image("linux/s390x", "three"));
        this.after = write("after", image("linux/arm64/v8", "2"), image(AMD, "1"), image("linux/arm/v7", "4"));
    }

    @Test
    void reportNamesThePlatformThatWasSelected() throws IOException {
        CommandRun run = CommandRun.of("inspect", this.before, "--platform", ARM);
        assertThat(run.out()).contains("Platform: linux/arm64, one of 3");
        assertThat(CommandRun.of("inspect", this.before, "--platform", ARM, "--format=markdown").out())
                .contains("`linux/arm64`; the source also has `linux/amd64`, `linux/s390x`");
        JsonNode identity = json(CommandRun.of("inspect", this.before, "--platform", ARM, "--format=json"))
                .at("/image/identity");
        assertThat(identity.at("/platform").asString()).isEqualTo(ARM);
        assertThat(identity.at("/otherPlatforms").valueStream().map(JsonNode::asString)).containsExactly(AMD,
                "linux/s390x");
        Path one = write("one", image("linux/s390x", "three"));
        assertThat(CommandRun.of("inspect", one).out()).doesNotContain("Platform");
    }

    @Test
    void compareOfDifferentPlatformsStatesThem() throws IOException {
        Path one = write("one", image("linux/s390x", "three"));
        for (String form : List.of("--format=text", "--details", "--format=markdown")) {
            assertThat(CommandRun.of("compare", one, this.before, "--platform=linux/s390x", form).out())
                    .doesNotContain("different platforms");
            assertThat(CommandRun.of("compare", one, write("amd", image(AMD, "1")), form).out())
                    .contains("The images are for different platforms: #1");
        }
    }

    @Test
    void compareReportsEachPlatformThatAllImagesHave() {
        CommandRun run = CommandRun.of("compare", this.before, this.after, "--platform=all", "--details");
        assertThat(run.status()).isZero();
        assertThat(run.out()).doesNotContain("different platforms");
        assertThat(run.out()).containsSubsequence("== linux/amd64 ==", "/one", "== linux/arm64 ==", "/two",
                "linux/s390x is not compared", "linux/arm/v7 is not compared");
        assertThat(run.err()).contains("linux/s390x is not compared, because only " + this.before + " has it",
                "linux/arm/v7 is not compared, because only " + this.after + " has it");
        assertThat(CommandRun.of("compare", this.before, this.after, "--platform=all", "--format=markdown").out())
                .startsWith("# `linux/amd64`\n\n")
                .contains("\n\n# `linux/arm64`\n\n", "\n`linux/s390x` is not compared");
    }

    @Test
    void platformsOfATagThatMovesAreOfOneImage() {
        try (MemoryRegistry registry = new MemoryRegistry()) {
            String name = registry.push("app", "1", ImageBuilder.multiPlatformLayoutOf("app:1", image(AMD, "one"),
                    image(ARM, "two")));
            registry.pace((digest, content, out) -> {
                registry.push("app", "1", ImageBuilder.multiPlatformLayoutOf("app:1", image(AMD, "moved"),
                        image(ARM, "moved")));
                out.write(content);
            });
            JsonNode reports = json(CommandRun.of("inspect", "registry://" + name, "--platform=all", "--format=json"));
            assertThat(reports.findValuesAsString("diffId"))
                    .isEqualTo(Stream.of(image(AMD, "one"), image(ARM, "two"))
                            .flatMap(image -> image.diffIds().stream())
                            .map(Object::toString)
                            .toList());
            assertThat(reports.at("/platforms/1/report/image/name").asString()).isEqualTo(name);
            assertThat(registry.requests()).extracting(Request::path)
                    .filteredOn(path -> path.contains("/manifests/") && !path.contains("/manifests/sha256-"))
                    .hasSize(3)
                    .containsOnlyOnce("/v2/app/manifests/1");
        }
    }

    @Test
    void jsonFollowsItsSchema() {
        JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.schemas(
                        iri -> iri.equals("urn:tare:report:2") ? ReportSchema.read() : null)))
                .getSchema(CommandRun.of("schema", "platforms").out());
        for (List<Object> command : List.<List<Object>>of(List.of("compare", this.before, this.after),
                List.of("inspect", this.before))) {
            String text = CommandRun.of(with(command, "--platform=all", "--format=json")).out();
            assertThat(schema.validate(text, InputFormat.JSON)).isEmpty();
            assertThat(schema.validate(text.replace("schemaVersion", "version"), InputFormat.JSON)).isNotEmpty();
        }
        JsonNode reports = json(
                CommandRun.of("compare", this.before, this.after, "--platform=all", "--format=json"));
        assertThat(reports.at("/platforms").valueStream().map(one -> one.path("platform").asString()))
                .containsExactly(AMD, ARM);
        assertThat(reports.at("/platforms/1/report/images/1/identity/platform").asString()).isEqualTo("linux/arm64/v8");
        assertThat(reports.at("/notCompared/0/platform").asString()).isEqualTo("linux/s390x");
    }

    @Test
    void statusIsThatOfTheWorstPlatform() throws IOException {
        Path grown = write("grown", image(AMD, "one"), image(ARM, "a much longer file"));
        String limit = "--max-growth=1%";
        assertThat(CommandRun.of("compare", this.before, grown, limit, "--platform=" + AMD).status()).isZero();
        assertThat(CommandRun.of("compare", this.before, grown, limit, "--platform=all").status()).isEqualTo(1);
        assertThat(CommandRun.of("inspect", grown, "--max-uncompressed=10B", "--platform=all").status()).isEqualTo(1);
    }

    @Test
    void baseImageIsVerifiedOnEachPlatformThatItHas() throws IOException {
        Path base = write("base", image(AMD, "one"), image(ARM, "two"), image("linux/riscv64", "x"));
        assertThat(CommandRun.of("inspect", this.before, "--base", base, "--platform=all").out())
                .containsSubsequence("== linux/amd64", "verified", "== linux/arm64", "verified", "== linux/s390x");
    }

    @Test
    void baseAddAddsEachPlatform() throws IOException {
        Path bases = this.folder.resolve("bases.json");
        CommandRun run = CommandRun.of("base", "add", this.before, "--bases", bases, "--platform=all");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).contains("added app:1 (linux/amd64) with 1 layer", "(linux/arm64)", "(linux/s390x)");
        assertThat(BasesFile.read(bases)).extracting(KnownBase::platform).hasSize(3).doesNotHaveDuplicates();
        assertThat(CommandRun.of("base", "add", this.before, "--platform=all", "--digest=sha256:" + "0".repeat(64))
                .status()).isEqualTo(2);
    }

    @Test
    void singlePlatformIsReadWhateverItIs() throws IOException {
        Path one = write("one", image("linux/s390x", "three"));
        assertThat(CommandRun.of("inspect", one, "--platform=all").out()).startsWith("== linux/s390x ==\n#1 app:1");
        assertThat(CommandRun.of("inspect", Files.write(this.folder.resolve("docker.tar"),
                image("linux/s390x", "three").asDockerArchive()), "--platform=all").out())
                .startsWith("== linux/s390x ==\n");
    }

    @Test
    void compareWithoutACommonPlatformNamesAll() throws IOException {
        CommandRun run = CommandRun.of("compare", this.before, write("one", image("linux/ppc64le", "x")),
                "--platform=all");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("no platform in common",
                "linux/amd64, linux/arm64, linux/s390x; linux/ppc64le");
    }

    @Test
    void inspectWhenThereAreTooManyPlatformsIsAnError() throws IOException {
        Path many = write("many", IntStream.rangeClosed(0, MOST_PLATFORMS)
                .mapToObj(i -> image("linux/p" + i, "x"))
                .toArray(ImageBuilder[]::new));
        CommandRun run = CommandRun.of("inspect", many, "--platform=all");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("more than 32 platforms");
    }

    @ParameterizedTest
    @ValueSource(strings = { "files", "sbom" })
    void commandOfOnePlatformStatesTheNextStep(String command) {
        CommandRun run = CommandRun.of(command, this.before, "--platform=all");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--platform linux/amd64");
    }

    @Test
    void chartOfAllPlatformsIsAnError() {
        assertThat(CommandRun.of("compare", this.before, this.after, "--platform=all", "--chart=" + this.folder
                + "/x.svg").err()).contains("--chart draws one platform");
    }

    @Test
    void invalidPlatformShowsAllForms() {
        assertThat(CommandRun.of("inspect", this.before, "--platform=linux").err()).contains("or all");
    }

    private Path write(String name, ImageBuilder... images) throws IOException {
        return ImageBuilder.multiPlatformLayoutOf("app:1", images).writeFolder(this.folder.resolve(name));
    }

    private static ImageBuilder image(String platform, String file) {
        return ImageBuilder.anImage("app:1").platform(platform).layer(layer -> layer.file(file, file));
    }

    private static Object[] with(List<Object> command, String... options) {
        return Stream.concat(command.stream(), Stream.of(options)).toArray();
    }

    private static JsonNode json(CommandRun run) {
        return JsonMapper.shared().readTree(run.out());
    }
}
