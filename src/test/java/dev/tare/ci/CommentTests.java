package dev.tare.ci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.fixture.RawServer.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A program named tare writes the report here, so that a run takes less than a second. */
class CommentTests {

    private static final String REPORT = "# Image sizes\n\n\"quoted\" back\\slash\ttab größe 漢字 🌈\n\n## Differences\n";

    private final Forge forge = new Forge();

    @TempDir
    private Path folder;

    private Map<String, String> environment = ScriptRun.github(this.forge);

    @BeforeEach
    void writeTare() throws IOException {
        tare(REPORT, 0);
    }

    @AfterEach
    void close() {
        this.forge.close();
    }

    @ParameterizedTest
    @ValueSource(strings = { "github", "gitlab" })
    void secondRunUpdatesTheOnlyComment(String kind) throws Exception {
        this.environment = kind.equals("github") ? ScriptRun.github(this.forge) : ScriptRun.gitlab(this.forge);
        this.forge.add("someone", "First!");
        ScriptRun first = run();
        assertThat(first.status()).as(first.output()).isZero();
        assertThat(this.forge.report()).isEqualTo("<!-- tare comment tare -->\n" + REPORT);
        tare("# Second\n", 1);
        ScriptRun second = run();
        assertThat(second.status()).as(second.output()).isEqualTo(1);
        assertThat(this.forge.report()).isEqualTo("<!-- tare comment tare -->\n# Second\n");
        assertThat(this.forge.comments()).hasSize(2);
        assertThat(this.forge.requests()).extracting(Request::method)
                .containsExactly("GET", "GET", "POST", "GET",
                        "GET", kind.equals("github") ? "PATCH" : "PUT");
    }

    @Test
    void eachIdHasOneComment() throws Exception {
        this.environment.put("COMMENT_ID", "server");
        run();
        this.environment.put("COMMENT_ID", "client");
        run();
        run();
        assertThat(this.forge.comments()).extracting(comment -> comment.body().lines().findFirst().orElse(""))
                .containsExactly("<!-- tare comment server -->", "<!-- tare comment client -->");
    }

    @Test
    void commentsOfOthersAndQuotesOfTheMarkerStay() throws Exception {
        this.forge.add("mallory", "<!-- tare comment tare -->\nAll is well.");
        this.forge.add(Forge.BOT, "> <!-- tare comment tare -->");
        this.forge.add(Forge.BOT, "\\\"},{\"id\":1,\"body\":\"<!-- tare comment tare -->\\");
        List<Forge.Comment> before = this.forge.comments();
        run();
        run();
        assertThat(this.forge.comments()).hasSize(4).startsWith(before.toArray(Forge.Comment[]::new));
    }

    @Test
    void ownCommentOnALaterPageIsFound() throws Exception {
        IntStream.range(0, 250).forEach(i -> this.forge.add("user" + i, "\"\\".repeat(100)));
        run();
        assertThat(this.forge.comments()).hasSize(251);
        run();
        assertThat(this.forge.comments()).hasSize(251);
    }

    @Test
    void veryManyCommentsAreNotSearchedToTheEnd() throws Exception {
        IntStream.range(0, 3_000).forEach(i -> this.forge.add("user", "x"));
        ScriptRun run = run();
        assertThat(run.status()).isZero();
        assertThat(run.output()).contains("not among the first 3000 comments");
        assertThat(this.forge.comments()).hasSize(3_000);
    }

    @ParameterizedTest
    @CsvSource({ "GET, 401, has expired", "GET, 404, may not see it", "POST, 403, pull-requests: write",
            "POST, 422, 422 Body" })
    void failureOfTheForgeIsReportedAndKeepsTheStatus(String method, int status, String expected) throws Exception {
        this.environment.put("COMMENT_AUTHOR", Forge.BOT);
        this.forge.fail(method, status, "Body\n::error::x \u001b[1m " + Forge.TOKEN);
        tare(REPORT, 1);
        ScriptRun run = run();
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.output()).contains("The comment is not written", Integer.toString(status), expected, "***")
                .doesNotContain(Forge.TOKEN, "\u001b", "\n::error::");
        assertThat(this.forge.comments()).isEmpty();
    }

    @Test
    void forgeThatDoesNotAnswerIsReportedAndKeepsTheStatus() throws Exception {
        this.environment.put("GITHUB_API_URL", "http://127.0.0.1:1");
        this.environment.put("COMMENT_AUTHOR", Forge.BOT);
        ScriptRun run = run();
        assertThat(run.status()).isZero();
        assertThat(run.output()).contains("The comment is not written: reading the comments: no answer");
    }

    @Test
    void authorThatIsNotTheTokensIsReported() throws Exception {
        this.environment.put("COMMENT_AUTHOR", "someone");
        assertThat(run().output()).contains("The token's user is " + Forge.BOT, "COMMENT_AUTHOR");
    }

    @Test
    void pullRequestFromAForkHasASummaryAndANotice() throws Exception {
        Path summary = this.folder.resolve("summary.md");
        this.environment.putAll(Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", summary.toString(),
                "PULL_REQUEST_FROM_FORK", "true", "COMMENT_AUTHOR", Forge.BOT));
        this.forge.fail("POST", 403, "Resource not accessible by integration");
        ScriptRun run = run();
        assertThat(run.status()).isZero();
        assertThat(run.output()).contains("\n::notice title=Tare::No comment: a pull request from a fork")
                .doesNotContain("::warning");
        assertThat(summary).hasContent(REPORT);
    }

    @ParameterizedTest
    @ValueSource(strings = { "PULL_REQUEST", "COMMENT_TOKEN" })
    void runWithoutARequestOrTokenSendsNothing(String missing) throws Exception {
        this.environment.put(missing, "");
        ScriptRun run = run();
        assertThat(run.status()).isZero();
        assertThat(run.output()).contains("No comment: ");
        assertThat(this.forge.requests()).isEmpty();
    }

    @Test
    void tokenThatWouldAddAHeaderIsNotSent() throws Exception {
        this.environment.put("COMMENT_TOKEN", "secret\"\nurl = \"http://127.0.0.1:1");
        assertThat(run().output()).contains("characters that no token has").doesNotContain("secret");
        assertThat(this.forge.requests()).isEmpty();
    }

    @Test
    void errorOfTareKeepsTheCommentAndTheStatus() throws Exception {
        run();
        ScriptRun.program(this.folder, "tare", "echo 'tare: no such image' >&2; exit 2");
        ScriptRun run = run();
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.output()).contains("tare: no such image", "No comment: Tare ended with the status 2");
        assertThat(this.forge.report()).contains("größe");
    }

    @ParameterizedTest
    @ValueSource(strings = { "a--b", "a b", "-->" })
    void idThatWouldEndTheMarkerIsAnError(String id) throws Exception {
        this.environment.put("COMMENT_ID", id);
        assertThat(run().status()).isEqualTo(2);
        assertThat(this.forge.requests()).isEmpty();
    }

    @Test
    void logEndsBeforeTheDifferences() throws Exception {
        assertThat(run().output()).contains("größe").doesNotContain("## Differences");
    }

    @Test
    void imageOfTareRunsInDockerWithTheLoginOfTheRegistry() throws Exception {
        ScriptRun.program(this.folder, "docker", "echo \"$@\"");
        this.environment.put("TARE_CONTAINER", "registry.example.com/tare:1.0");
        run();
        assertThat(this.forge.report()).contains("run --rm --cap-drop ALL --security-opt no-new-privileges "
                + "-e TARE_REGISTRY -e TARE_REGISTRY_USERNAME -e TARE_REGISTRY_PASSWORD registry.example.com/tare:1.0 "
                + "sizes a b --format markdown");
    }

    @Test
    void containerSeesTheFolderOnlyForItsFiles() throws Exception {
        ScriptRun.program(this.folder, "docker", "echo \"$@\"");
        this.environment.put("TARE_CONTAINER", "registry.example.com/tare:1.0");
        this.environment.put("TARE_DOCKER_OPTIONS", "--network host");
        run("--config", "tare.yml");
        assertThat(this.forge.report()).contains(" --user ", " --network host -v " + this.folder.toRealPath()
                + ":/work -w /work registry.example.com/tare:1.0 sizes a b --config tare.yml --format markdown");
    }

    @Test
    void containerSeesTheFolderForEachOptionThatNamesAFile() throws Exception {
        ScriptRun.program(this.folder, "docker", "echo \"$@\"");
        this.environment.put("TARE_CONTAINER", "registry.example.com/tare:1.0");
        List<String> options = fileOptions();
        assertThat(options).contains("--vulnerabilities", "--waivers", "--junit");
        for (String option : options) {
            for (String[] arguments : List.of(new String[] { option, "file" }, new String[] { option + "=file" })) {
                run(arguments);
                assertThat(this.forge.report()).as(option).contains(":/work -w /work registry.example.com/tare:1.0 ");
            }
        }
        run("--waive", "no-shell=until --config exists");
        assertThat(this.forge.report()).doesNotContain("/work");
    }

    /** The options of {@code tare compare} that take a file, from the generated part of the document. */
    private static List<String> fileOptions() throws IOException {
        String document = Files.readString(Path.of("docs/CLI.md"));
        String compare = document.substring(document.indexOf("\n## `tare compare`"));
        return Pattern.compile("(?m)^\\| `(--\\w+) [^`]*FILE[^`]*` \\|")
                .matcher(compare.substring(0, compare.indexOf("\n## ", 1)))
                .results()
                .map(option -> option.group(1))
                .toList();
    }

    @Test
    void tareDoesNotReceiveTheToken() throws Exception {
        ScriptRun.program(this.folder, "tare", "env");
        assertThat(run().output()).doesNotContain(Forge.TOKEN);
        assertThat(this.forge.report()).doesNotContain(Forge.TOKEN);
    }

    /** Jenkins and GitLab may run the script with another shell than that of this machine. */
    @ParameterizedTest
    @ValueSource(strings = { "bash", "sh" })
    void everyShellRunsTheScript(String shell) throws Exception {
        ScriptRun run = ScriptRun.of(this.folder, this.environment,
                List.of(shell, ScriptRun.COMMENT.toString(), "sizes", "a", "b"));
        assertThat(run.status()).as(run.output()).isZero();
        assertThat(this.forge.report()).endsWith(REPORT);
    }

    private void tare(String report, int status) throws IOException {
        Files.writeString(this.folder.resolve("report"), report);
        ScriptRun.program(this.folder, "tare", "cat '%s'; exit %d".formatted(this.folder.resolve("report"), status));
    }

    private ScriptRun run(String... arguments) throws Exception {
        return ScriptRun.of(this.folder, this.environment,
                Stream.concat(Stream.of(ScriptRun.COMMENT.toString(), "sizes", "a", "b"), Stream.of(arguments))
                        .toList());
    }
}
