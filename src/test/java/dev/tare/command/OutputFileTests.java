package dev.tare.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import dev.tare.command.output.OutputFile;
import dev.tare.command.terminal.CommandException;
import dev.tare.fixture.ImageBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OutputFileTests {

    @TempDir
    private Path folder;

    @Test
    void commandDoesNotOverwriteWhatItReads() throws IOException {
        Path image = image("image.tar");
        Path other = image("other.tar");
        Path waivers = Files.writeString(this.folder.resolve("waivers"), "");
        Path picture = Files.createSymbolicLink(this.folder.resolve("a.svg"), image);
        List<Path> names = List.of(image, this.folder.resolve("x/../image.tar"),
                Files.createSymbolicLink(this.folder.resolve("link"), image),
                Files.createLink(this.folder.resolve("hard"), image));
        byte[] content = Files.readAllBytes(image);
        Files.createDirectory(this.folder.resolve("x"));
        for (Path name : names) {
            for (String command : List.of("inspect", "files", "sbom")) {
                assertRefused(CommandRun.of(command, image, "--output", name));
            }
            assertRefused(CommandRun.of("compare", other, image, "--output", name));
        }
        assertRefused(CommandRun.of("inspect", image, "--chart", picture));
        assertRefused(CommandRun.of("inspect", image, "--waivers", waivers, "--output", waivers));
        assertRefused(CommandRun.of("inspect", image, "--output", this.folder.resolve("new.svg"), "--chart",
                this.folder.resolve("x/../new.svg")));
        assertThat(image).hasBinaryContent(content);
        assertThat(waivers).isEmptyFile();
    }

    @Test
    void commandDoesNotOverwriteAFileOfALayout() throws IOException {
        Path layout = Files.createDirectory(this.folder.resolve("layout"));
        Path index = Files.writeString(layout.resolve("index.json"), "{}");
        assertRefused(CommandRun.of("inspect", layout, "--output", index));
        assertThat(index).hasContent("{}");
    }

    private static void assertRefused(CommandRun run) {
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("would be overwritten");
    }

    @Test
    void writeKeepsPermissionsAndLinks() throws IOException {
        Path file = Files.writeString(this.folder.resolve("file"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(this.folder.resolve("link"), file);
        assertThat(CommandRun.of("inspect", image("image.tar"), "--output", link).status()).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(file)).startsWith("#1 app:1");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-r-----");
        assertThat(names()).containsExactlyInAnyOrder("file", "link", "image.tar");
    }

    /** A reader of a file must not see a part of it. */
    @Test
    void writeWhenTheContentFailsKeepsTheOldFile() throws IOException {
        Path file = Files.writeString(this.folder.resolve("file"), "old");
        assertThatExceptionOfType(CommandException.class).isThrownBy(() -> OutputFile.write(file, out -> {
            out.write('n');
            out.flush();
            assertThat(file).hasContent("old");
            throw new IOException("No space left on device");
        })).withMessageContaining("No space left");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("file");
    }

    @Test
    void writeWhenTheFileIsANewOneHasTheUsualPermissions() throws IOException {
        Path usual = Files.createFile(this.folder.resolve("usual"));
        Path file = this.folder.resolve("file");
        OutputFile.write(file, out -> out.write('n'));
        assertThat(file).hasContent("n");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(usual));
    }

    @Test
    void writeOfAPipeOrDeviceIsDirect() throws Exception {
        Path pipe = this.folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        CompletableFuture<byte[]> read = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.readAllBytes(pipe);
            } catch (IOException ex) {
                throw new IllegalStateException(ex);
            }
        });
        OutputFile.write(pipe, out -> out.write("text".getBytes(StandardCharsets.UTF_8)));
        assertThat(read.get()).asString(StandardCharsets.UTF_8).isEqualTo("text");
        OutputFile.write(Path.of("/dev/null"), out -> out.write('x'));
        assertThat(Path.of("/dev/null")).matches(path -> !Files.isRegularFile(path));
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> OutputFile.write(Path.of("/dev/full"), out -> out.write('x')));
    }

    @Test
    void writeWhenTheFolderIsMissingSaysSo() throws IOException {
        CommandRun run = CommandRun.of("inspect", image("image.tar"), "--output", this.folder.resolve("none/file"));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("none/file cannot be written", "there is no such file or folder");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(this.folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private Path image(String name) throws IOException {
        return Files.write(this.folder.resolve(name),
                ImageBuilder.anImage("app:1").layer(layer -> layer.file("file", "1234567")).asDockerArchive());
    }
}
