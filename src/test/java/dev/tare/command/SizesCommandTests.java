package dev.tare.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.MemoryRegistry;
import dev.tare.fixture.RawServer.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class SizesCommandTests {

    private final MemoryRegistry registry = new MemoryRegistry();

    private final String first = this.registry.push("app", "1", image("1"));

    private final String second = this.registry.push("app", "2", image("2".repeat(5_000) + "x"));

    @AfterEach
    void close() {
        this.registry.close();
    }

    @Test
    void sizesAreWrittenWithoutALayer() {
        CommandRun run = CommandRun.of("sizes", this.first, this.second);
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("#1 " + this.first, "#2 " + this.second, "Compressed", "1 shared layer",
                "4 requests");
        assertThat(this.registry.requests()).hasSize(4);
    }

    @Test
    void jsonHasTheFigures() {
        JsonNode report =
                JsonMapper.shared().readTree(CommandRun.of("sizes", this.first, "--format", "json").out());
        assertThat(report.at("/platforms/0/images/0/compressedBytes").asLong()).isPositive();
        assertThat(report.at("/traffic/requests").asInt()).isEqualTo(2);
    }

    @Test
    void allPlatformsHaveOneTable() {
        String name = this.registry.push("app", "all", ImageBuilder.multiPlatformLayoutOf("",
                image("a").platform("linux/amd64"), image("b").platform("linux/s390x")));
        assertThat(CommandRun.of("sizes", name, "--platform", "all").out()).contains("linux/amd64", "linux/s390x",
                "3 requests");
    }

    @ParameterizedTest
    @CsvSource({ "--max-compressed, 1GB, 0", "--max-compressed, 10B, 1", "--max-growth, 1MB, 0", "--max-growth, 1B, 1",
            "--max-growth, 1%, 1", "--max-growth, 5000%, 0", "--max-growth, lots, 2", "--max-compressed, 5%, 2" })
    void exitStatusIsThatOfTheBudgets(String option, String value, int status) {
        CommandRun run = CommandRun.of("sizes", this.first, this.second, option, value);
        assertThat(run.status()).isEqualTo(status);
        assertThat(run.out().contains("Budget exceeded: " + this.second)).isEqualTo(status == 1);
    }

    @Test
    void growthOfAnImageForAnotherPlatformIsUnknown() {
        String other = this.registry.push("app", "other", image("1").platform("linux/s390x"));
        for (String[] options : List.of(new String[] { "--platform", "all" }, new String[0])) {
            List<Object> arguments = new ArrayList<>(List.of("sizes", this.first, other, "--max-growth", "5%"));
            arguments.addAll(List.of(options));
            CommandRun run = CommandRun.of(arguments.toArray());
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err()).contains("--max-growth");
            assertThat(run.out()).contains("linux/s390x", "unknown");
        }
        CommandRun run = CommandRun.of("sizes", this.first, other, this.second, "--max-growth", "500%", "--format",
                "json");
        assertThat(run.status()).isZero();
        assertThat(JsonMapper.shared().readTree(run.out()).path("budgets").values())
                .extracting(finding -> finding.path("verdict").asString())
                .containsExactly("UNKNOWN", "PASS");
    }

    @Test
    void growthNeedsTwoImages() {
        CommandRun run = CommandRun.of("sizes", this.first, "--max-growth", "5%");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--max-growth");
        assertThat(this.registry.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "sizes", "compare" })
    void errorOfAnInvalidNameStatesIt(String command) {
        CommandRun run = CommandRun.of(command, "x:1:2");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("x:1:2").doesNotContain("Unmatched");
    }

    @Test
    void missingImageIsNoPath() {
        CommandRun run = CommandRun.of("sizes", this.first.substring(0, this.first.indexOf('/')) + "/none");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("404").doesNotContain("folder");
        assertThat(CommandRun.of("sizes", "X/y").err()).doesNotContain("folder");
    }

    @Test
    void everyMissingImageIsNamed() {
        String host = this.registry.host();
        CommandRun run = CommandRun.of("sizes", this.first, host + "/app:none", host + "/other:none");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("/app:none: ", "/other:none: ", "404");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void archiveIsRejectedWithTheNextStep(@TempDir Path folder) throws Exception {
        Path archive = Files.write(folder.resolve("app.tar"), image("1").asDockerArchive());
        CommandRun run = CommandRun.of("sizes", archive);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("app.tar", "tare inspect");
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 51 })
    void numberOfImagesIsBounded(int count) {
        Object[] arguments = new Object[count + 1];
        arguments[0] = "sizes";
        Arrays.fill(arguments, 1, count + 1, this.first);
        assertThat(CommandRun.of(arguments).status()).isEqualTo(2);
        assertThat(this.registry.requests()).extracting(Request::path).isEqualTo(List.of());
    }

    @Test
    void outputIsWrittenToAFile(@TempDir Path folder) {
        Path file = folder.resolve("sizes.md");
        assertThat(CommandRun.of("sizes", this.first, "--format", "markdown", "--output", file).status()).isZero();
        assertThat(file).content().startsWith("# Image sizes");
    }

    private static ImageBuilder image(String content) {
        return ImageBuilder.anImage("")
                .layer(layer -> layer.file("base", "base"))
                .layer(layer -> layer.file("content", content));
    }
}
