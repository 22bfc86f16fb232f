package dev.tare.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.tare.command.image.LocalCopies;
import dev.tare.engine.Engines;
import dev.tare.fixture.FakeEngine;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.MemoryRegistry;
import dev.tare.fixture.RawServer;
import dev.tare.fixture.RawServer.Request;
import dev.tare.registry.Registries;
import dev.tare.source.registry.RegistryArgument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The command reads and lists images of a fake engine. */
class EngineImagesTests {

    private static final String LIST = """
            [{"Id":"sha256:abcdefabcdefabcdef","RepoTags":["app:1","127.0.0.1:1/app:2"],"Size":3000000,"Created":60},
             {"Id":"sha256:0123456789abcdef","RepoTags":["<none>:<none>"],"Size":2,"Created":0}]""";

    @TempDir
    private Path folder;

    /** Has no image. */
    private final MemoryRegistry registry = new MemoryRegistry();

    private FakeEngine docker;

    private Engines engines;

    private boolean stalls;

    @BeforeEach
    void start() {
        this.docker = FakeEngine.onSocket(this.folder, this::answer);
        this.engines = new Engines(Map.of("DOCKER_HOST", this.docker.address(), "CONTAINER_HOST",
                "unix://" + this.folder.resolve("none.sock"))::get, this.folder);
    }

    @AfterEach
    void stop() {
        this.docker.close();
        this.registry.close();
    }

    @Test
    void filesReadsAnImageOfTheEngine() {
        CommandRun run = CommandRun.with(this.engines, "files", "docker://app:1");
        assertThat(run.out()).contains("file");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void filesWithoutAnEngineReportsOneSentence() {
        CommandRun run = CommandRun.with(this.engines, "files", "podman://app:1");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1).first().asString().contains("no Podman engine", "CONTAINER_HOST");
    }

    @Test
    void filesWhenABareNameIsInTheEngineTooSaysSo() {
        String name = this.registry.host() + "/app:2";
        assertThat(CommandRun.with(this.engines, "files", name).err()).contains("tare: note: " + name
                + " also exists in the local Docker engine; docker://" + name + " reads that one\n");
        assertThat(CommandRun.with(this.engines, "files", this.registry.host() + "/app:3").err())
                .doesNotContain("note:");
        assertThat(CommandRun.with(this.engines, "files", "registry://" + name).err()).doesNotContain("note:");
    }

    /** An engine finds an image by the first digits of its ID, but no name without a tag is sent to it. */
    @Test
    void bareNameThatIsTheBeginningOfAnIdHasNoNote() {
        for (String name : List.of("abc", "app")) {
            assertThat(notes(name)).hasSize(name.equals("app") ? 1 : 0);
        }
    }

    /** The parser of the command line converts an argument twice if another one may follow. */
    @Test
    void engineIsAskedOnceForItsVersionAndForEachName() {
        String host = this.registry.host();
        CommandRun.with(this.engines, "sizes", host + "/app:1", host + "/app:2", host + "/app:3");
        assertThat(this.docker.paths()).startsWith("/version");
        assertThat(this.docker.paths()).doesNotHaveDuplicates();
        assertThat(notes("app:1", "app:2", "app:3", "app:1")).hasSize(2);
    }

    @Test
    void imageThatTheEngineCannotDescribeHidesNoOther() {
        assertThat(notes("app:broken", "app:1")).singleElement().asString().contains(" app:1 ");
    }

    @Test
    void filesWhenTheEngineStallsHasNoNote() {
        this.stalls = true;
        CommandRun run = CommandRun.with(this.engines, "files", this.registry.host() + "/app:2");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("HTTP status 404").doesNotContain("note:");
        assertThat(this.docker.paths()).containsExactly("/version");
    }

    @Test
    void imagesListsTheImagesOfEachEngineThatAnswers() {
        CommandRun text = CommandRun.with(this.engines, "images");
        assertThat(text.status()).isZero();
        assertThat(text.err().lines()).hasSize(1)
                .first()
                .asString()
                .contains("podman: There is no Podman engine",
                        "CONTAINER_HOST");
        assertThat(text.out().lines().toList()).containsExactly(
                "docker://app:1              abcdefabcdef     3.00 MB  1970-01-01 00:01 UTC",
                "docker://127.0.0.1:1/app:2  abcdefabcdef     3.00 MB  1970-01-01 00:01 UTC",
                "docker://0123456789ab       0123456789ab         2 B  1970-01-01 00:00 UTC");
        assertThat(CommandRun.with(this.engines, "images", "--format", "names").out()).isEqualTo(
                "docker://app:1\ndocker://127.0.0.1:1/app:2\ndocker://0123456789ab\n");
        assertThat(CommandRun.with(this.engines, "images", "--format", "json", "--engine", "docker").out().lines())
                .contains("{\"image\":\"docker://app:1\",\"id\":\"sha256:abcdefabcdefabcdef\",\"size\":3000000,"
                        + "\"created\":\"1970-01-01T00:01:00Z\"}");
    }

    @Test
    void imagesWithoutAnEngineThrowsException() {
        CommandRun run = CommandRun.with(this.engines, "images", "--engine", "podman");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("no Podman engine");
        assertThat(CommandRun.with(this.engines, "images", "--engine", "x").err()).contains("docker or podman");
    }

    /** Bash splits words at colons, so it replaces only the part after the last one. */
    @Test
    void completionCompletesImagesInBash() throws Exception {
        Path script = Files.writeString(this.folder.resolve("completion"), CommandRun.of("completion").out());
        Files.writeString(this.folder.resolve("tare"),
                "#!/bin/sh\n[ \"$*\" = 'images --engine docker --format names' ] "
                        + "&& printf '%s\\n' docker://app:1 docker://app:2 docker://other "
                        + "'docker://app:$(touch \"$DIR/x\")' 'docker://*'\n")
                .toFile()
                .setExecutable(true);
        assertThat(complete(script, "tare inspect docker://app:")).containsExactly("1", "2",
                "$(touch \"$DIR/x\")");
        assertThat(complete(script, "tare inspect docker:")).contains("//app:1", "//app:2", "//other", "//*");
        assertThat(this.folder.resolve("x")).doesNotExist();
        assertThat(complete(script, "tare inspect docker://none")).isEmpty();
        assertThat(complete(script, "tare insp")).containsExactly("inspect");
    }

    private List<String> notes(String... names) {
        LocalCopies copies = new LocalCopies(this.engines, Duration.ofSeconds(20));
        Registries registries = Registries.ofThisUser();
        Stream.of(names).forEach(name -> copies.add(RegistryArgument.parse(name, registries)));
        copies.start();
        return copies.notes();
    }

    private List<String> complete(Path script, String line) throws IOException, InterruptedException {
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", """
                . "$1"; COMP_LINE=$2 COMP_POINT=${#2} COMP_WORDS=($2) COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                COMP_WORDBREAKS=$' \\t\\n"><=;|&(:'
                _tare_with_images "$3" "${COMP_WORDS[COMP_CWORD]}" ""; printf '%s\\n' "${COMPREPLY[@]}"
                """, "bash", script.toString(), line, this.folder.resolve("tare").toString()).redirectErrorStream(true);
        bash.environment().put("DIR", this.folder.toString());
        Process process = bash.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out.lines().map(String::strip).filter(word -> !word.isEmpty()).toList();
    }

    private void answer(Request request, OutputStream out) throws IOException {
        String path = request.path();
        if (this.stalls) {
            pause();
        } else if (path.endsWith("/images/json")) {
            RawServer.answer(out, 200, LIST);
        } else if (path.endsWith("app:1/json") || path.endsWith("app:2/json")
                || path.endsWith("/app:latest/json") || path.endsWith("/abc/json")) {
            RawServer.answer(out, 200, "{\"Os\":\"linux\",\"Architecture\":\"amd64\"}");
        } else if (path.endsWith("app:broken/json")) {
            RawServer.answer(out, 500, "{\"message\":\"layer does not exist\"}");
        } else if (path.endsWith("app:1/get")) {
            RawServer.answer(out, 200,
                    ImageBuilder.anImage("app:1").layer(layer -> layer.file("file", "x")).asDockerArchive());
        } else if (!FakeEngine.answersVersion(request, out)) {
            RawServer.answer(out, 404, "{}");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }
}
