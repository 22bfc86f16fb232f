package dev.tare.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.tare.fixture.ImageBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static dev.tare.fixture.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

/** Requirements in {@code tare.yml}, as a user meets them. */
class GateTests {

    private static final String OTHERS_WAIVED = "waivers: [{check: exec-form-command, reason: a test}, "
            + "{check: working-directory, reason: a test}, {check: version-labels, reason: a test}]";

    @TempDir
    private Path folder;

    private Path first;

    private Path second;

    private Path config;

    @BeforeEach
    void writeArchives() throws IOException {
        this.first = archive("first.tar", 50);
        this.second = archive("second.tar", 150);
        this.config = this.folder.resolve("tare.yml");
    }

    @Test
    void compareWhenABudgetOfTheFileIsExceededExitsWithOneAndStatesTheCause() throws IOException {
        write("budgets: {total: {growth: 99}}\n");
        CommandRun run = CommandRun.of("compare", this.first, this.second, "--config", this.config);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("max-growth 99 fails", "1 more than the allowed",
                "file /app/data, 150 B, layer 0");
        write("budgets: {total: {growth: 100}}\n");
        CommandRun kept = CommandRun.of("compare", this.first, this.second, "--config", this.config);
        assertThat(kept.status()).isZero();
        assertThat(kept.out()).doesNotContain("not kept");
        assertThat(kept.err()).isEmpty();
    }

    @Test
    void compareWhenARequiredCheckFailsCanBeWaivedUntilADay() throws IOException {
        write("checks: {required: [non-root-user]}\n");
        assertThat(CommandRun.of("compare", this.first, this.second, "--config", this.config).status()).isEqualTo(1);
        write("checks: {required: [non-root-user]}\nwaivers:\n  - {check: non-root-user, reason: a test, expires: 9999-12-31}\n");
        assertThat(CommandRun.of("compare", this.first, this.second, "--config", this.config).status()).isZero();
        write("checks: {required: [non-root-user]}\nwaivers:\n  - {check: non-root-user, reason: a test, expires: 2020-01-31}\n");
        CommandRun expired = CommandRun.of("compare", this.first, this.second, "--config", this.config);
        assertThat(expired.status()).isEqualTo(1);
        assertThat(expired.err()).contains("expired on 2020-01-31");
        assertThat(CommandRun.of("compare", "--details", this.first, this.second, "--config", this.config).out())
                .contains("2020-01-31, expired");
    }

    @Test
    void compareWhenAForbiddenPathIsThereExitsWithOne() throws IOException {
        write("forbidden: {paths: [/app/*]}\n");
        CommandRun run = CommandRun.of("compare", this.first, this.second, "--config", this.config);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("forbidden-path /app/* fails", "/app/data");
        write("forbidden: {paths: [/opt/*]}\n");
        assertThat(CommandRun.of("compare", this.first, this.second, "--config", this.config).status()).isZero();
    }

    @Test
    void inspectWhenALaterLayerDeletesAForbiddenFileStatesItsLayer() throws IOException {
        Path image = this.folder.resolve("deleted.tar");
        Files.write(image, anImage("app:4").layer(layer -> layer.file("other", "x"))
                .layer(layer -> layer.file("key.pem", "secret"))
                .layer(layer -> layer.whiteout("key.pem"))
                .asDockerArchive());
        write("forbidden: {paths: ['*.pem']}\n");
        CommandRun run = CommandRun.of("inspect", image, "--config", this.config);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("/key.pem in layer 1, deleted later");
    }

    @Test
    void compareWhenTheFileIsInvalidReportsEachProblemWithItsPlace() throws IOException {
        write("budgets:\n  totl: 1MB\n  layers: many\n");
        CommandRun run = CommandRun.of("compare", this.first, this.second, "--config", this.config);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(2);
        assertThat(run.err()).contains("tare.yml:2:3: unknown name \"totl\"", "tare.yml:3:11: ");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void compareWhenTheFileIsMissingExitsWithTwo() {
        CommandRun run = CommandRun.of("compare", this.first, this.second, "--config", this.config);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("tare.yml", "no such file");
    }

    @Test
    void compareWhenAFigureIsUnknownExitsWithTwo() throws IOException {
        write("budgets: {compressed: 1GB}\n");
        CommandRun run = CommandRun.of("compare", this.first, this.second, "--config", this.config);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).contains("max-compressed 1GB is unknown");
        assertThat(run.err()).contains("cannot be judged");
    }

    @Test
    void inspectComparesWithTheReportOfAnEarlierRun() throws IOException {
        Path report = this.folder.resolve("baseline.json");
        assertThat(CommandRun.of("inspect", this.first, "--format", "json", "--output", report).status()).isZero();
        write("baseline: {report: \"" + report + "\"}\nbudgets: {total: {growth: 5%}, files: {growth: 0}}\n");
        CommandRun run = CommandRun.of("inspect", this.second, "--config", this.config);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("max-growth 5% fails");
        assertThat(CommandRun.of("inspect", this.first, "--config", this.config).status()).isZero();
        Files.writeString(report, "{}");
        CommandRun broken = CommandRun.of("inspect", this.first, "--config", this.config);
        assertThat(broken.status()).isEqualTo(2);
        assertThat(broken.err()).contains("baseline.json", "tare inspect");
    }

    @Test
    void inspectComparesWithAnotherImage() throws IOException {
        write("baseline: {image: \"" + this.first + "\"}\nbudgets: {largest-new-file: 149B}\n");
        assertThat(CommandRun.of("inspect", this.second, "--config", this.config).status()).isEqualTo(1);
        write("baseline: {image: \"" + this.first + "\"}\nbudgets: {largest-new-file: 150B}\n");
        assertThat(CommandRun.of("inspect", this.second, "--config", this.config).status()).isZero();
        write("baseline: {image: \"" + this.folder.resolve("none.tar") + "\"}\nbudgets: {largest-new-file: 150B}\n");
        assertThat(CommandRun.of("inspect", this.second, "--config", this.config).status()).isEqualTo(2);
        write("baseline: {image: \"-\"}\n");
        assertThat(CommandRun.of("inspect", this.second, "--config", this.config).err()).contains("standard input");
    }

    @Test
    void inspectWithoutABaselineLeavesGrowthOut() throws IOException {
        write("budgets: {total: {max: 1MB, growth: 0}}\n");
        CommandRun run = CommandRun.of("inspect", this.second, "--config", this.config);
        assertThat(run.status()).isZero();
        assertThat(run.err()).contains("limits of growth are left out");
    }

    @ParameterizedTest
    @ValueSource(strings = { "budgets: {total: {growth: 0}}", "budgets: {largest-new-file: 1MB}",
            "budgets: {files: {growth: 1}}\n" + OTHERS_WAIVED })
    void inspectWithoutABaselineForAnyLimitOfTheFileExitsWithTwo(String limits) throws IOException {
        write(limits + "\n");
        CommandRun run = CommandRun.of("inspect", this.second, "--config", this.config);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("tare.yml: ", "no baseline", "Name a baseline in the file", "tare compare");
        CommandRun option =
                CommandRun.of("inspect", this.second, "--config", this.config, "--max-uncompressed", "1MB");
        assertThat(option.status()).isZero();
        assertThat(option.err()).contains("limits of growth are left out");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "# nothing", "{}", "budgets: {}", "checks: {required: []}", "forbidden: {paths: []}",
            "baseline: {position: 1}", "vulnerabilities: []", OTHERS_WAIVED,
            "rules: {lowestEfficiency: disabled, highestUserWastedPercent: off}" })
    void fileThatRequiresNothingIsAnErrorUnlessAnOptionRequiresSomething(String text) throws IOException {
        write(text + "\n");
        List<Object> compare = List.of("compare", this.first, this.second, "--config", this.config);
        for (List<Object> further : List.<List<Object>>of(List.of(), List.of("--waive", "no-shell=a test"),
                List.of("--platform", "all"))) {
            CommandRun run = CommandRun.of(Stream.concat(compare.stream(), further.stream()).toArray());
            assertThat(run.status()).as(further.toString()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains("tare.yml: the file requires nothing", "Add ", "--config");
        }
        for (List<Object> requiring : List.<List<Object>>of(List.of("--max-growth", "900%"),
                List.of("--max-uncompressed", "1MB"))) {
            assertThat(CommandRun.of(Stream.concat(compare.stream(), requiring.stream()).toArray()).status())
                    .as(requiring.toString())
                    .isZero();
        }
        assertThat(CommandRun.of("compare", this.first, this.second, "--config", this.config, "--fail-on", "fail")
                .status()).isEqualTo(1);
    }

    @Test
    void inspectWhenTheFileRequiresNothingExitsWithTwo() throws IOException {
        write("budgets: {}\n");
        CommandRun run = CommandRun.of("inspect", this.first, "--config", this.config);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("tare.yml: the file requires nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "# nothing\n", "rules: {}\n", "checks: {required: []}\n" })
    void emptyFileOfDiveHasItsDefaults(String text) throws IOException {
        Path dive = Files.writeString(this.folder.resolve(".dive-ci"), text);
        Path wasteful = this.folder.resolve("wasteful.tar");
        Files.write(wasteful, anImage("app:3").layer(layer -> layer.file("a", "x".repeat(100)))
                .layer(layer -> layer.file("a", "y".repeat(50)))
                .asDockerArchive());
        CommandRun run = CommandRun.of("inspect", wasteful, "--config", dive);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("lowestEfficiency 0.9 fails", "highestUserWastedPercent 0.1 fails");
        assertThat(CommandRun.of("inspect", this.first, "--config", dive).status()).isZero();
    }

    @Test
    void comparePositionOfTheBaselineMustExist() throws IOException {
        write("baseline: {position: 3}\nbudgets: {total: {growth: 0}}\n");
        CommandRun run = CommandRun.of("compare", this.first, this.second, "--config", this.config);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("image 3");
        write("baseline: {position: 2}\nbudgets: {total: {growth: 0}}\n");
        Path third = archive("third.tar", 151);
        assertThat(CommandRun.of("compare", this.first, this.second, third, "--config", this.config).status())
                .isEqualTo(1);
    }

    @Test
    void compareWhenALaterImageIsTheBaselineJudgesTheFirst() throws IOException {
        write("baseline: {position: 2}\nbudgets: {total: {growth: 0}}\n");
        assertThat(CommandRun.of("compare", this.second, this.first, "--config", this.config).status()).isEqualTo(1);
        assertThat(CommandRun.of("compare", this.first, this.second, "--config", this.config).status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = { "checks: {required: [non-root-user]}", "checks: {fail-on: fail}\n" + OTHERS_WAIVED,
            "forbidden: {paths: [/app/data]}" })
    void compareWhenALaterImageIsTheBaselineJudgesTheOthers(String requirement) throws IOException {
        Path kept = this.folder.resolve("kept.tar");
        Files.write(kept, anImage("app:kept").layer(layer -> layer.file("etc/passwd", "app:x:1000:1000::/:/app\n"))
                .config(config -> config.user("1000"))
                .asDockerArchive());
        write("baseline: {position: 2}\n" + requirement + "\n");
        assertThat(CommandRun.of("compare", this.first, kept, "--config", this.config).status()).isEqualTo(1);
        assertThat(CommandRun.of("compare", kept, this.first, "--config", this.config).status()).isZero();
    }

    @Test
    void baselineOfAllPlatformsMustExist() throws IOException {
        write("baseline: {position: 3}\nbudgets: {total: {growth: 0}}\n");
        CommandRun missing =
                CommandRun.of("compare", this.first, this.second, "--config", this.config, "--platform", "all");
        assertThat(missing.status()).isEqualTo(2);
        assertThat(missing.err()).contains("image 3");
        CommandRun single = CommandRun.of("inspect", this.first, "--config", this.config, "--platform", "all");
        assertThat(single.status()).isEqualTo(2);
        assertThat(single.err()).contains("one image");
        write("budgets: {total: {growth: 0}}\n");
        CommandRun growth = CommandRun.of("inspect", this.first, "--config", this.config, "--platform", "all");
        assertThat(growth.status()).isEqualTo(2);
        assertThat(growth.err()).contains("growth", "--platform");
    }

    @Test
    void outputsDoNotOverwriteTheBaseline() throws IOException {
        Path report = this.folder.resolve("baseline.json");
        assertThat(CommandRun.of("inspect", this.first, "--format", "json", "--output", report).status()).isZero();
        String json = Files.readString(report);
        Path image = archive("base.tar", 50);
        byte[] archive = Files.readAllBytes(image);
        for (String option : List.of("--output", "--sarif", "--junit")) {
            write("baseline: {report: \"" + report + "\"}\n");
            assertThat(CommandRun.of("inspect", this.second, "--config", this.config, option, report).status())
                    .isEqualTo(2);
            write("baseline: {image: \"" + image + "\"}\n");
            CommandRun run =
                    CommandRun.of("compare", this.first, this.second, "--config", this.config, option, image);
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err()).contains("base.tar would be overwritten");
        }
        assertThat(report).hasContent(json);
        assertThat(image).hasBinaryContent(archive);
    }

    @Test
    void baselineHasTheBaseImageThatAnOptionNames() throws IOException {
        Path base = based("base.tar", -1);
        Path before = based("before.tar", 50);
        Path after = based("after.tar", 150);
        write("baseline: {image: \"" + before + "\"}\nbudgets: {application: {growth: 5%}}\n");
        CommandRun inspected = CommandRun.of("inspect", after, "--config", this.config, "--base", base);
        assertThat(inspected.out()).contains("max-application-growth 5% fails");
        assertThat(inspected.status()).isEqualTo(1);
        assertThat(CommandRun.of("compare", before, after, "--config", this.config, "--base", base).status())
                .isEqualTo(1);
    }

    @Test
    void rulesOfDiveAreBudgets() throws IOException {
        write("rules:\n  lowestEfficiency: 1\n  highestWastedBytes: 0\n");
        assertThat(CommandRun.of("inspect", this.second, "--config", this.config).status()).isZero();
        Path wasteful = this.folder.resolve("wasteful.tar");
        Files.write(wasteful, anImage("app:3").layer(layer -> layer.file("a", "x".repeat(100)))
                .layer(layer -> layer.file("a", "y".repeat(50)))
                .asDockerArchive());
        CommandRun run = CommandRun.of("inspect", wasteful, "--config", this.config);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("lowestEfficiency 1 fails", "highestWastedBytes 0 fails",
                "150 bytes wasted, as dive counts them");
    }

    @Test
    void compareWritesSarifAndJunitBesideTheReport() throws IOException {
        write("budgets: {total: {growth: 5%}}\n");
        Path sarif = this.folder.resolve("out.sarif");
        Path junit = this.folder.resolve("out.xml");
        CommandRun run = CommandRun.of("compare", this.first, this.second, "--config", this.config, "--sarif", sarif,
                "--junit", junit, "--format", "markdown");
        assertThat(run.status()).isEqualTo(1);
        JsonNode results = JsonMapper.shared().readTree(Files.readString(sarif)).at("/runs/0/results");
        assertThat(results.size()).isEqualTo(1);
        assertThat(Files.readString(junit)).contains("failures=\"1\"");
        assertThat(run.out()).contains("What exceeds the limits", "/app/data");
        CommandRun overwriting = CommandRun.of("compare", this.first, this.second, "--config", this.config, "--sarif",
                this.config);
        assertThat(overwriting.status()).isEqualTo(2);
        assertThat(Files.readString(this.config)).startsWith("budgets");
    }

    @Test
    void schemaOfTheFileIsPrinted() {
        assertThat(CommandRun.of("schema", "config").out()).contains("largest-new-file");
    }

    private void write(String text) throws IOException {
        Files.writeString(this.config, text);
    }

    /** A base layer, and a layer above it unless its size is negative. */
    private Path based(String name, int size) throws IOException {
        Path file = this.folder.resolve(name);
        ImageBuilder image = anImage(name + ":1").layer(layer -> layer.file("etc/base", "base"));
        Files.write(file, (size < 0 ? image : image.layer(layer -> layer.file("data", "x".repeat(size))))
                .asDockerArchive());
        return file;
    }

    private Path archive(String name, int size) throws IOException {
        Path file = this.folder.resolve(name);
        Files.write(file, anImage("app:" + size).layer(layer -> layer.directory("app")
                .file("app/data", "x".repeat(size)))
                .asDockerArchive());
        return file;
    }
}
