package dev.tare.ci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.MemoryRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the shell of the action and of each example in {@code docs/CI.md} with the real command, a registry, and a
 * stand-in of the forge. The main branch and the change differ by more than the budget.
 */
class ExamplesTests {

    private static final Path DOCUMENT = Path.of("docs/CI.md");

    private static final Path ACTION = Path.of("docs/ci/action.yml");

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ *(.*?) *}}");

    private final Forge forge = new Forge();

    private final MemoryRegistry registry = new MemoryRegistry();

    @TempDir
    private Path folder;

    @BeforeEach
    void pushAndCopyTheScript() throws IOException {
        this.registry.push("app", "main", image("small"));
        this.registry.push("app", "change", image("larger".repeat(1_000)));
        Files.copy(ScriptRun.COMMENT, Files.createDirectories(this.folder.resolve("ci")).resolve("comment"));
        Files.writeString(this.folder.resolve("tare.yml"), example("3. Set the requirements", "yaml"));
        ScriptRun.realTare(this.folder, "tare");
    }

    @AfterEach
    void close() {
        this.forge.close();
        this.registry.close();
    }

    @Test
    void exampleOfGitHubWritesTheCommentAndTheSummary() throws Exception {
        JsonNode steps = YAMLMapper.builder()
                .build()
                .readTree(example("GitHub Actions", "yaml"))
                .at("/jobs/image/steps");
        JsonNode step = steps.get(1);
        assertThat(step.path("uses").asText()).isEqualTo("OWNER/tare/docs/ci@REF").contains(ACTION.getParent() + "@");
        Map<String, String> given = new HashMap<>();
        step.path("with")
                .properties()
                .forEach(input -> given.put("inputs." + input.getKey(), input.getValue().asText()));
        assertThat(given).containsKey("inputs.tare-image");
        ScriptRun.realTare(this.folder, "docker",
                "case \"$*\" in *\" --user $(id -u):$(id -g) -v $PWD:/work -w /work \"*) ;; *) exit 3 ;; esac",
                "while [ $# -gt 0 ] && [ \"$1\" != compare ]; do shift; done");
        given.replaceAll((_, value) -> value.replace("${{ github.sha }}", "change"));
        ScriptRun run = action(given);
        assertThat(run.status()).as(run.output()).isEqualTo(1);
        assertThat(this.forge.report()).startsWith("<!-- tare comment tare -->\n# Image comparison")
                .contains("| fail | max-growth | `5%` |", "## Differences", "`/content`",
                        "<details><summary>All sections");
        assertThat(this.folder.resolve("summary.md")).content().startsWith("# Image comparison");
        assertThat(run.output()).contains("| fail | max-growth | `5%` |").doesNotContain(Forge.TOKEN);
        assertThat(steps.at("/2/uses").asText()).startsWith("github/codeql-action/upload-sarif@");
        expectReports(steps.at("/2/with/sarif_file").asText(), steps.at("/3/with/path").asText());
    }

    @Test
    void actionPassesEachInputToTare() throws Exception {
        ScriptRun.program(this.folder, "tare", "printf '<%s>' \"$@\"");
        Map<String, String> given = new HashMap<>(
                Map.of("inputs.config", "a b.yml", "inputs.sarif", "s", "inputs.junit", "j"));
        given.putAll(Map.of("inputs.images", " a:1\n  docker://b:* ", "inputs.max-growth", "5 %; id",
                "inputs.max-uncompressed", "1MB", "inputs.max-compressed", "2MB", "inputs.fail-on", "warn",
                "inputs.platform", "all", "inputs.command", "sizes", "inputs.id", "other"));
        given.putAll(Map.of("inputs.vulnerabilities", "old.json\n 2=*.json ", "inputs.max-new-vulnerabilities",
                "critical=0 high=2"));
        ScriptRun run = action(given);
        assertThat(run.status()).as(run.output()).isZero();
        assertThat(this.forge.report()).contains("<!-- tare comment other -->",
                "<sizes><registry://a:1><docker://b:*><--max-growth><5 %; id>"
                        + "<--max-uncompressed><1MB><--max-compressed><2MB><--fail-on><warn>"
                        + "<--config><a b.yml><--vulnerabilities><old.json><--vulnerabilities><2=*.json>"
                        + "<--max-new-vulnerabilities><critical=0><--max-new-vulnerabilities><high=2><--sarif><s><--junit><j><--platform><all><--format>");
    }

    @Test
    void documentListsTheInputsOfTheAction() throws IOException {
        List<String> inputs = new ArrayList<>();
        yaml(ACTION).path("inputs").fieldNames().forEachRemaining(inputs::add);
        String document = Files.readString(DOCUMENT);
        assertThat(inputs).contains("images", "token", "id")
                .allSatisfy(input -> assertThat(document).containsPattern("(?m)^\\| .*`" + input + "`.* \\|"));
    }

    @Test
    void exampleOfGitLabWritesTheNote() throws Exception {
        Map<String, String> environment = ScriptRun.gitlab(this.forge);
        environment.putAll(Map.of("CI_REGISTRY_IMAGE", this.registry.host() + "/app", "CI_COMMIT_SHA", "change"));
        JsonNode job = YAMLMapper.builder().build().readTree(example("GitLab CI", "yaml")).path("compare");
        List<String> lines = new ArrayList<>();
        job.path("script").forEach(line -> lines.add(line.asText()));
        expectComment(environment, String.join("\n", lines));
        expectReports(job.at("/artifacts/paths/0").asText(), job.at("/artifacts/reports/junit").asText());
    }

    @Test
    void exampleOfJenkinsWritesTheComment() throws Exception {
        Map<String, String> environment = ScriptRun.github(this.forge);
        environment.putAll(Map.of("CHANGE_ID", environment.remove("PULL_REQUEST"), "GIT_COMMIT", "change"));
        String pipeline = example("Jenkins", "groovy");
        expectComment(environment, found("(?s)sh '''(.*?)'''", pipeline));
        expectReports(found("sarif\\(pattern: '(.*?)'", pipeline), found("junit testResults: '(.*?)'", pipeline));
    }

    @Test
    void exampleOfMavenComparesTheDigestThatJibWrote() throws Exception {
        ScriptRun.program(this.folder, "mvnw", "case $4 in -Dimage=*/app:t1) ;; *) exit 3 ;; esac; mkdir target; "
                + "printf %s " + this.registry.digest("app", "change") + " > target/jib-image.digest");
        Map<String, String> environment = ScriptRun.github(this.forge);
        environment.put("TAG", "t1");
        expectComment(environment, example("Maven with Jib", "shell"));
        assertThat(this.forge.report()).contains("/app@sha256:");
        expectReports("target/tare.sarif", "target/tare.xml");
    }

    @Test
    void exampleOfMavenWithoutARegistryJudgesTheArchiveOfJib() throws Exception {
        Files.write(this.folder.resolve("before.tar"), image("small").asDockerArchive());
        Files.write(this.folder.resolve("built.tar"), image("larger".repeat(1_000)).asDockerArchive());
        ScriptRun.program(this.folder, "mvnw", "mkdir target && mv built.tar target/jib-image.tar");
        Files.writeString(this.folder.resolve("tare.yml"), "baseline: {image: before.tar}\n",
                StandardOpenOption.APPEND);
        ScriptRun run = ScriptRun.of(this.folder, Map.of(),
                List.of("sh", "-e", "-c", examples("Maven with Jib", "shell").get(1)));
        assertThat(run.status()).as(run.output()).isEqualTo(1);
        assertThat(run.output()).contains("max-growth 5% fails");
        assertThat(this.folder.resolve("target/tare.xml")).content().contains("failures=\"1\"");
    }

    @Test
    void exampleWithoutACommentWritesTheReports() throws Exception {
        ScriptRun.realTare(this.folder, "docker", "while [ \"$1\" != compare ]; do shift; done");
        String script = examples("Without a comment", "shell").get(1).replace("app:1.1", "app:change");
        ScriptRun run = ScriptRun.of(this.folder, Map.of(), List.of("sh", "-e", "-c", local(script)));
        assertThat(run.status()).as(run.output()).isEqualTo(1);
        expectReports("tare.sarif", "tare.xml");
    }

    private void expectComment(Map<String, String> environment, String script) throws Exception {
        ScriptRun run = ScriptRun.of(this.folder, environment, List.of("sh", "-e", "-c", local(script)));
        assertThat(run.status()).as(run.output()).isEqualTo(1);
        assertThat(this.forge.report()).contains("| fail | max-growth | `5%` |");
        assertThat(run.output()).doesNotContain(Forge.TOKEN);
    }

    /** The files that the example publishes state the requirement that is not kept. */
    private void expectReports(String sarif, String junit) throws IOException {
        JsonNode results = new JsonMapper().readTree(this.folder.resolve(sarif).toFile()).at("/runs/0/results");
        assertThat(results).isNotEmpty()
                .allSatisfy(result -> assertThat(result.path("ruleId").asText()).isEqualTo("max-growth"));
        assertThat(this.folder.resolve(junit)).content().contains("failures=\"1\"", "type=\"max-growth\"");
    }

    /** Runs the step of the action as GitHub does: its expressions become values. */
    private ScriptRun action(Map<String, String> given) throws Exception {
        Map<String, String> values = new HashMap<>(Map.of("github.token", Forge.TOKEN,
                "github.event.pull_request.number", "7",
                "github.event.pull_request && github.event.pull_request.head.repo.full_name != github.repository",
                "false"));
        JsonNode action = yaml(ACTION);
        action.path("inputs")
                .properties()
                .forEach(input -> values.put("inputs." + input.getKey(),
                        evaluated(input.getValue().path("default").asText(), values)));
        assertThat(values).containsKeys(given.keySet().toArray(String[]::new));
        values.putAll(given);
        Map<String, String> environment = new HashMap<>(Map.of("GITHUB_API_URL", this.forge.address(),
                "GITHUB_REPOSITORY", "team/app", "GITHUB_ACTIONS", "true", "GITHUB_ACTION_PATH",
                ACTION.toAbsolutePath().getParent().toString(), "GITHUB_STEP_SUMMARY",
                this.folder.resolve("summary.md").toString()));
        JsonNode step = action.at("/runs/steps/0");
        step.path("env")
                .properties()
                .forEach(variable -> environment.put(variable.getKey(),
                        local(evaluated(variable.getValue().asText(), values))));
        return ScriptRun.of(this.folder, environment,
                List.of("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step.path("run").asText()));
    }

    private static String evaluated(String text, Map<String, String> values) {
        return EXPRESSION.matcher(text).replaceAll(expression -> {
            assertThat(values).containsKey(expression.group(1));
            return Matcher.quoteReplacement(values.get(expression.group(1)));
        });
    }

    private String local(String text) {
        return text.replace("registry.example.com/app", this.registry.host() + "/app");
    }

    private static JsonNode yaml(Path file) throws IOException {
        return YAMLMapper.builder().build().readTree(Files.readString(file));
    }

    /** The first block of code below a heading. */
    private static String example(String heading, String language) throws IOException {
        return examples(heading, language).getFirst();
    }

    /** All blocks of code below a heading. */
    private static List<String> examples(String heading, String language) throws IOException {
        String section = found("(?s)\n## " + heading + "\n(.*?)(?=\n## |$)", Files.readString(DOCUMENT));
        return Pattern.compile("(?s)```" + language + "\n(.*?)```")
                .matcher(section)
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private static ImageBuilder image(String content) {
        return ImageBuilder.anImage("").layer(layer -> layer.file("content", content));
    }
}
