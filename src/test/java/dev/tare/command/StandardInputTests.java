package dev.tare.command;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.tare.fixture.DockerForm;
import dev.tare.fixture.ImageBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StandardInputTests {

    private final InputStream before = System.in;

    @TempDir
    private Path folder;

    private Path archive;

    @BeforeEach
    void writeArchive() throws IOException {
        this.archive = Files.write(this.folder.resolve("app.tar"), image("app:1").asDockerArchive());
    }

    @AfterEach
    void restore() {
        System.setIn(this.before);
    }

    @Test
    void inspectReadsADockerArchive() throws IOException {
        CommandRun run = run(Files.readAllBytes(this.archive), "inspect", "-");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("#1 app:1 is ");
        assertThat(run(image("app:1").asDockerArchive(), "inspect", "-", "--format=json").out())
                .isEqualTo(CommandRun.of("inspect", this.archive, "--format=json").out());
    }

    @Test
    void filesReadsAnOciArchive() {
        assertThat(run(image("app:1").asOciArchive(), "files", "-").out()).contains("file of app:1");
    }

    @Test
    void inspectReadsTheNamedImage() {
        byte[] both = ImageBuilder.dockerArchiveOf(DockerForm.ENGINE_20, image("app:1"), image("app:2")).toTar();
        assertThat(run(both, "inspect", "-#app:2").out()).startsWith("#1 app:2 is ");
        assertThat(run(both, "inspect", "archive:-#app:2").out()).startsWith("#1 app:2 is ");
        assertThat(run(both, "inspect", "-").err()).contains("app:1, app:2");
    }

    @Test
    void compareReadsItBesideAFile() {
        CommandRun run = run(image("app:2").asDockerArchive(), "compare", this.archive, "-");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("#1 app:1", "#2 app:2");
    }

    @Test
    void baseIsReadFromIt() {
        CommandRun run = run(image("app:1").asDockerArchive(), "inspect", this.archive, "--base", "-");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("verified");
    }

    @Test
    void fileOfThatNameHasALongerPath() {
        assertThat(run(new byte[0], "inspect", "./-").err()).contains("there is no such file");
    }

    @ParameterizedTest
    @ValueSource(strings = { "compare - -", "inspect - --base -", "compare -#a - x", "sbom - --base -#b" })
    void secondUseIsAnError(String arguments) {
        CommandRun run = run(new byte[0], (Object[]) arguments.split(" "));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("can be read only once");
    }

    @Test
    void emptyInputIsAnError() {
        CommandRun run = run(new byte[0], "inspect", "-");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("Standard input is empty");
    }

    @Test
    void serviceDoesNotReadIt() {
        CommandRun run = run(new byte[0], "serve", "-", this.archive);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("does not read standard input");
        assertThat(run.served()).isEmpty();
    }

    @Test
    void allPlatformsCannotBeListed() {
        CommandRun run = run(image("app:1").asOciArchive(), "inspect", "-", "--platform=all");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("is read once");
    }

    private static ImageBuilder image(String name) {
        return ImageBuilder.anImage(name)
                .layer(layer -> layer.file("file of " + name, name));
    }

    private static CommandRun run(byte[] input, Object... arguments) {
        System.setIn(new ByteArrayInputStream(input));
        return CommandRun.of(arguments);
    }
}
