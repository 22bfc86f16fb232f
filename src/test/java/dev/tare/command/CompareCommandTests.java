package dev.tare.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import dev.tare.fixture.DockerForm;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.LayerBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static dev.tare.fixture.ImageBuilder.anImage;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

class CompareCommandTests {

    private static final int BASE_SIZE = 1_000;

    @TempDir
    private Path folder;

    private Path first;

    private Path second;

    @BeforeEach
    void writeArchives() throws IOException {
        this.first = write("first.tar", image("app:1", 50).asDockerArchive());
        this.second = write("second.tar", image("app:2", 51).asOciArchive());
    }

    @Test
    void compareReportsTheDifferences() {
        CommandRun run = CommandRun.of("compare", this.first, this.second);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("#1 app:1", "#2 app:2", "/app/Main.class");
    }

    @Test
    void compareIsASummaryUnlessDetailsAreRequested() {
        String summary = CommandRun.of("compare", this.first, this.second).out();
        assertThat(summary.lines()).hasSizeLessThanOrEqualTo(40).last().asString().contains("--details");
        assertThat(summary).doesNotContain("Environment");
        String details = CommandRun.of("compare", "--details", this.first, this.second).out();
        assertThat(details.lines()).hasSizeGreaterThan(40);
        assertThat(details).contains("Differences", "Checks", "Layers");
    }

    @Test
    void compareWhenImagesHaveTheSameNameAddsTheirFiles() throws IOException {
        Path copy = write("copy.tar", image("app:1", 50).asOciArchive());
        assertThat(CommandRun.of("compare", this.first, copy).out()).contains("#1 app:1 (first.tar)",
                "#2 app:1 (copy.tar)");
    }

    @Test
    void compareAcceptsOptionsBetweenTheImages() {
        CommandRun run = CommandRun.of("compare", this.first, "--format", "JSON", this.second);
        assertThat(run.status()).isZero();
        JsonNode report = JsonMapper.builder().build().readTree(run.out());
        assertThat(report.at("/images/1/sizes/uncompressedBytes").longValue()).isEqualTo(BASE_SIZE + 51);
        assertThat(report.at("/sharing/0/sharedUncompressedBytes").longValue()).isEqualTo(BASE_SIZE);
    }

    @Test
    void compareReadsFoldersAndThreeImages() throws IOException {
        Path layout = image("app:3", 60).writeOciLayout(this.folder.resolve("layout"));
        CommandRun run = CommandRun.of("compare", "--format=markdown", this.first, this.second, layout);
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("From `app:1` to `app:3`");
    }

    @Test
    void compareWhenWithinTheBudgetsSucceeds() {
        CommandRun run = CommandRun.of("compare", "--max-uncompressed", BASE_SIZE + 51 + "B", "--max-growth=0.1%",
                this.first, this.second);
        assertThat(run.status()).isZero();
        assertThat(run.out()).containsPattern("pass +max-uncompressed ").containsPattern("pass +max-growth ");
    }

    @Test
    void compareWhenABudgetIsExceededByAByteExitsWithOne() {
        CommandRun run = CommandRun.of("compare", "--max-uncompressed", BASE_SIZE + 50, this.first, this.second);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).containsPattern("fail +max-uncompressed +1050 ");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void compareWhenGrowthIsExceededExitsWithOne() {
        assertThat(CommandRun.of("compare", "--max-growth", "0%", this.first, this.second).status()).isEqualTo(1);
        assertThat(CommandRun.of("compare", "--max-growth", "0%", this.second, this.first).status()).isZero();
    }

    @Test
    void compareWhenARequestedCheckFailsExitsWithOne() {
        assertThat(CommandRun.of("compare", this.first, this.second).status()).isZero();
        CommandRun run = CommandRun.of("compare", "--fail-on", "fail", this.first, this.second);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).containsPattern("fail +Runs as non-root +#2 ");
        assertThat(CommandRun.of("compare", "--details", "--fail-on", "fail", this.first, this.second).out())
                .containsPattern("fail +non-root-user +#2 ");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void compareWhenWaiversCoverAllFailuresSucceedsAndNamesUnneededWaivers() throws IOException {
        String failing = JsonMapper.shared()
                .readTree(CommandRun.of("inspect", "--fail-on=fail", "--format=json", this.second).out())
                .at("/policy/checkGate/stoppedBy")
                .valueStream()
                .map(stop -> stop.path("check").asString() + "=for a test\n")
                .collect(joining());
        Path waivers = write("waivers.txt", ("# ours\n" + failing).getBytes(StandardCharsets.UTF_8));
        CommandRun run = CommandRun.of("compare", "--details", "--fail-on=fail", "--waivers", waivers, "--waive",
                "no-shell=for, say, a test", this.first, this.second);
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("fail, waived", "for a test");
        assertThat(run.err().lines()).singleElement().asString().startsWith("tare: ").contains("no-shell", "remove");
    }

    @Test
    void compareWhenAWaiverIsWrongReportsTheExpectedForm() throws IOException {
        CommandRun noReason = CommandRun.of("compare", "--waive", "no-shell", this.first, this.second);
        assertThat(noReason.status()).isEqualTo(2);
        assertThat(noReason.err()).contains("--waive", "no-shell", "ID=REASON");
        CommandRun unknown = CommandRun.of("inspect", "--waive", "shell=x", this.first);
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("\"shell\"", "base-pinned, ");
        Path file = write("waivers.txt", "no-shell=".getBytes(StandardCharsets.UTF_8));
        assertThat(CommandRun.of("inspect", "--waivers", file, this.first).err()).startsWith("tare: " + file + ": ");
        Path missing = this.folder.resolve("missing");
        assertThat(CommandRun.of("inspect", "--waivers", missing, this.first).err())
                .contains(missing + " cannot be read: there is no such file or folder");
        CommandRun twice = CommandRun.of("inspect", "--waive=no-shell=a", "--waive=no-shell=b", this.first);
        assertThat(twice.err()).contains("two waivers of no-shell");
    }

    @Test
    void compareWritesReportAndChartIntoFiles() throws IOException {
        Path report = this.folder.resolve("report.md");
        Path svg = this.folder.resolve("chart.svg");
        CommandRun run = CommandRun.of("compare", "--format", "markdown", "--output", report, "--chart", svg,
                this.first, this.second);
        assertThat(run.status()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(report).content().startsWith("# Image comparison");
        assertThat(svg).content().startsWith("<svg");
    }

    @Test
    void compareDrawsThePngChart() throws IOException {
        Path png = this.folder.resolve("chart.PNG");
        assertThat(CommandRun.of("compare", "--chart", png, this.first, this.second).status()).isZero();
        assertThat(Files.readAllBytes(png)).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void compareWhenInputsAreInvalidReportsEachOnOneLine() throws IOException {
        Path broken = write("broken.tar", "no archive".getBytes(StandardCharsets.UTF_8));
        Path missing = this.folder.resolve("missing.tar");
        CommandRun run = CommandRun.of("compare", this.first, broken, missing);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(2);
        assertThat(run.err().lines().toList().get(0)).startsWith("tare: " + broken + ": ");
        assertThat(run.err().lines().toList().get(1))
                .isEqualTo("tare: " + missing + ": there is no such file or folder");
    }

    @Test
    void compareWhenAnArchiveIsCutNamesIt() throws IOException {
        byte[] whole = Files.readAllBytes(this.first);
        Path cut = write("cut.tar", Arrays.copyOf(whole, whole.length / 2));
        CommandRun run = CommandRun.of("compare", this.first, cut);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err().lines()).singleElement().asString().startsWith("tare: " + cut + ": ");
    }

    @Test
    void compareWhenAnArchiveHasTwoImagesReadsTheSelectedOne() throws IOException {
        Path both = write("both.tar",
                ImageBuilder.dockerArchiveOf(DockerForm.ENGINE_25, image("app:1", 1), image("app:2", 2)).toTar());
        assertThat(CommandRun.of("compare", this.first, both).err()).contains(both + ": ", "app:1, app:2");
        CommandRun run = CommandRun.of("compare", this.first, both + "#app:2");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
    }

    @Test
    void compareWhenALimitIsExceededNamesTheLimitAndAcceptsAHigherOne() {
        CommandRun run = CommandRun.of("compare", "--limit", "layers=1", this.first, this.second);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("the limit \"layers\"");
        assertThat(CommandRun.of("compare", "--limit", "layers=1", "--limit", "layers=2", this.first, this.second)
                .status()).isZero();
    }

    @Test
    void compareWhenTheOutputCannotBeWrittenFails() {
        Path nowhere = this.folder.resolve("no/folder/report.txt");
        CommandRun run = CommandRun.of("compare", "--output", nowhere, this.first, this.second);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isEqualTo(
                "tare: " + nowhere + " cannot be written: there is no such file or folder" + System.lineSeparator());
    }

    @Test
    void compareWhenThereIsOneImageRequestsMore() {
        CommandRun run = CommandRun.of("compare", this.first);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("Two or more images are needed", "See tare compare --help");
    }

    @Test
    void compareWhenAnImageHasAHostileNameControlsNoTerminal() throws IOException {
        Path hostile = write("hostile.tar", image("app:\u001b[2J", 1).asOciArchive());
        CommandRun run = CommandRun.of("compare", this.first, hostile);
        assertThat((run.out() + run.err()).replaceAll("\\R", "").chars()).noneMatch(Character::isISOControl);
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(this.folder.resolve(name), content);
    }

    private static ImageBuilder image(String name, int size) {
        byte[] base = new LayerBuilder().file("base", "b".repeat(BASE_SIZE)).toTar();
        return anImage(name).layer(base)
                .layer(layer -> layer.directory("app").file("app/Main.class", "x".repeat(size)));
    }
}
