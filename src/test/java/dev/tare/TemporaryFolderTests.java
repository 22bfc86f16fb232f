package dev.tare;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.tare.fixture.ImageBuilder;
import dev.tare.image.Compression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class TemporaryFolderTests {

    @TempDir
    private Path folder;

    @Test
    void nextStartRemovesTheLeftoversOfAKilledProcessOnly() throws Exception {
        Files.createFile(Files.createDirectories(this.folder.resolve("tare-process-of-nobody")).resolve("file"));
        Files.createDirectories(this.folder.resolve("other")).resolve("lock").toFile().createNewFile();
        Files.createSymbolicLink(this.folder.resolve("tare-process-link"), this.folder.resolve("other"));
        Process living = holder();
        Path ofLiving = folderOf(living);
        Process killed = holder();
        Path ofKilled = folderOf(killed);
        Files.createFile(ofKilled.resolve("library.so"));
        killed.destroyForcibly().waitFor();
        assertThat(ofKilled).isDirectory();
        assertThat(tare("version")).isZero();
        assertThat(ofKilled).doesNotExist();
        assertThat(ofLiving.resolve("lock")).exists();
        living.destroy();
        living.waitFor();
        assertThat(ofLiving).doesNotExist();
        try (Stream<Path> left = Files.list(this.folder)) {
            assertThat(left).extracting(path -> path.getFileName().toString())
                    .containsExactlyInAnyOrder("tare-process-of-nobody", "tare-process-link", "other");
        }
        assertThat(this.folder.resolve("other/lock")).exists();
    }

    /** The zstd library and the typeface of a chart need a temporary file. */
    @Test
    void missingFolderIsReplacedByAnother() throws Exception {
        Path image = Files.write(this.folder.resolve("a.tar"),
                ImageBuilder.anImage("a")
                        .compression(Compression.ZSTD)
                        .layer(layer -> layer.file("file", "x"))
                        .asOciArchive());
        Path chart = this.folder.resolve("chart.png");
        assertThat(run(List.of("-Djava.io.tmpdir=" + this.folder.resolve("none"), "-cp",
                System.getProperty("java.class.path"), TareApplication.class.getName(), "inspect", image.toString(),
                "--chart=" + chart)).waitFor()).isZero();
        assertThat(chart).isNotEmptyFile();
    }

    @Test
    void serviceKeepsTheFoldersOfTomcatInItsFolder() throws Exception {
        Process service = run(List.of("-Djava.io.tmpdir=" + this.folder, "-cp",
                System.getProperty("java.class.path"), TareApplication.class.getName(), "--server.port=0"));
        try (BufferedReader log = service.inputReader(StandardCharsets.UTF_8)) {
            assertThat(log.lines().anyMatch(line -> line.contains("Started TareApplication"))).isTrue();
            try (Stream<Path> files = Files.list(this.folder)) {
                assertThat(files).singleElement()
                        .satisfies(path -> assertThat(path.resolve("tomcat")).isDirectory());
            }
        } finally {
            service.destroyForcibly().waitFor();
        }
    }

    private int tare(String command) throws Exception {
        Process process = run(List.of("-Djava.io.tmpdir=" + this.folder, "-cp", System.getProperty("java.class.path"),
                TareApplication.class.getName(), command));
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private Process holder() throws IOException {
        return run(List.of("-Djava.io.tmpdir=" + this.folder, "-cp", System.getProperty("java.class.path"),
                Holder.class.getName()));
    }

    private static Path folderOf(Process holder) throws IOException {
        return Path.of(holder.inputReader(StandardCharsets.UTF_8).readLine());
    }

    private static Process run(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    /** Prints its folder and waits. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            TemporaryFolder.use();
            System.out.println(System.getProperty("java.io.tmpdir"));
            if (System.in.read() >= 0) {
                throw new IllegalStateException("The test sends nothing");
            }
        }
    }
}
