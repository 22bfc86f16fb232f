package dev.tare.ci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import dev.tare.fixture.ImageBuilder;
import dev.tare.policy.file.PolicyFile;
import dev.tare.web.request.PolicyParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** Follows {@code docs/GATE.md} from its first line to its last, with the real command and two images. */
class GateDocumentTests {

    private static final Path DOCUMENT = Path.of("docs/GATE.md");

    /** A block of code, or the exit status that the page states. */
    private static final Pattern STEP =
            Pattern.compile("(?s)```(?<kind>\\w+)\\n(?<code>.*?)```|The exit status is (?<status>\\d)");

    @TempDir
    private Path folder;

    @BeforeEach
    void writeImages() throws IOException {
        ScriptRun.realTare(this.folder, "tare");
        Files.write(this.folder.resolve("app-1.0.tar"), image("app:1.0").asDockerArchive());
        Files.write(this.folder.resolve("app-1.1.tar"), image("app:1.1")
                .layer(layer -> layer.file("app/model.bin", new byte[1_500_000]))
                .history("COPY model.bin /app/")
                .layer(layer -> layer.file("bin/sh", new byte[100_000], 0755))
                .history("COPY debug-shell /bin/sh")
                .asDockerArchive());
    }

    @Test
    void firstSectionsLeadToAGate() throws Exception {
        String document = Files.readString(DOCUMENT);
        ScriptRun run = new ScriptRun(0, "");
        int runs = 0;
        for (MatchResult step : steps(document.substring(0, document.indexOf("## Exit status")))) {
            switch (step.group("kind")) {
                case "yaml" -> append(step.group("code").replaceAll("expires: \\d+", "expires: 9999"));
                case "shell" -> {
                    run = run(step.group("code"));
                    runs++;
                }
                case "text" -> assertThat(run.output()).contains(step.group("code"));
                case null, default -> assertThat(run.status()).as(run.output())
                        .isEqualTo(Integer.parseInt(step.group("status")));
            }
        }
        assertThat(runs).isEqualTo(3);
    }

    @Test
    void everyExampleOfTheFileIsValid() throws IOException {
        List<MatchResult> steps = steps(Files.readString(DOCUMENT));
        assertThat(steps).filteredOn(step -> "yaml".equals(step.group("kind")))
                .hasSizeGreaterThan(5)
                .allSatisfy(step -> assertThatCode(() -> PolicyFile.parse(step.group("code")))
                        .doesNotThrowAnyException());
    }

    @Test
    void laterCommandsWriteTheirFilesAndErrors() throws Exception {
        String document = Files.readString(DOCUMENT);
        String error = code(steps(document.substring(document.indexOf("## Options and errors"))), "text");
        String reports = code(steps(document.substring(document.indexOf("## Reports for forges"))), "shell");
        append("budgets:\n  totl: 1MB\n");
        assertThat(run("tare inspect app-1.0.tar --config tare.yml").output())
                .startsWith(error.substring(0, error.indexOf("…")));
        Files.writeString(this.folder.resolve("tare.yml"), "budgets: {total: 250MB}\n");
        ScriptRun run = run(reports);
        assertThat(run.status()).as(run.output()).isZero();
        assertThat(List.of("tare.sarif", "tare.xml", "comment.md"))
                .allSatisfy(name -> assertThat(this.folder.resolve(name)).isNotEmptyFile());
    }

    @Test
    void pageOfTheCommandHasTheVerdictOnTheWholeFile() throws Exception {
        append("budgets: {layers: 1}\nchecks: {required: [no-shell]}\nforbidden: {paths: [/app/*.bin]}\n");
        String section = service(Files.readString(DOCUMENT));
        assertThat(run(code(steps(section), "shell")).status()).isEqualTo(1);
        assertThat(this.folder.resolve("report.html")).content()
                .contains("max-layers", "required-check", "no-shell", "forbidden-path /app/*.bin", "4 of 4 not kept");
    }

    @Test
    void documentsListEachRequirementThatTheServiceJudges() throws IOException {
        String gate = service(Files.readString(DOCUMENT));
        String api = Files.readString(Path.of("docs/API.md"));
        assertThat(PolicyParameters.class.getRecordComponents()).isNotEmpty()
                .extracting(component -> "`" + component.getName() + "`")
                .allSatisfy(name -> assertThat(gate).contains(name))
                .allSatisfy(name -> assertThat(api).contains(name));
    }

    /** The section about the service. */
    private static String service(String document) {
        int start = document.indexOf("\n## The service and its page\n");
        assertThat(start).isPositive();
        int end = document.indexOf("\n## ", start + 1);
        return document.substring(start, end < 0 ? document.length() : end);
    }

    private ScriptRun run(String script) throws IOException, InterruptedException {
        return ScriptRun.of(this.folder, Map.of("HOME", this.folder.toString()), List.of("sh", "-e", "-c", script));
    }

    private void append(String text) throws IOException {
        Files.writeString(this.folder.resolve("tare.yml"), text, StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static List<MatchResult> steps(String text) {
        return STEP.matcher(text).results().toList();
    }

    /** The first block of a kind. */
    private static String code(List<MatchResult> steps, String kind) {
        return steps.stream().filter(step -> kind.equals(step.group("kind"))).findFirst().orElseThrow().group("code");
    }

    private static ImageBuilder image(String name) {
        return ImageBuilder.anImage(name)
                .config(config -> config.user("65532:65532").entrypoint("/app/server").workingDir("/app"))
                .layer(layer -> layer.file("usr/share/data", new byte[1_000_000]))
                .history("COPY data /usr/share/")
                .layer(layer -> layer.file("app/server", new byte[10_000_000], 0755))
                .history("COPY server /app/");
    }
}
