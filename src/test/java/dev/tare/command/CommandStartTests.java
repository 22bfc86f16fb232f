package dev.tare.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.tare.TareApplication;
import dev.tare.fixture.ArchiveBuilder;
import dev.tare.fixture.FakeEngine;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.MemoryRegistry;
import dev.tare.fixture.RawServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Starts the program in a separate process, like a build pipeline. */
class CommandStartTests {

    @TempDir
    private Path folder;

    @Test
    void compareLoadsNoClassOfSpring() throws Exception {
        Process process = java("-Xlog:class+load:file=" + this.folder.resolve("classes.log"), "compare", image("a"),
                image("b"), "--format=json", "--chart=" + this.folder.resolve("chart.svg"));
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(Files.readAllLines(this.folder.resolve("classes.log"))).anyMatch(line -> line.contains(" picocli."))
                .noneMatch(line -> line.contains(" org.springframework."))
                .noneMatch(line -> line.contains(" java.awt."));
    }

    @Test
    void subcommandLoadsNoClassOfOthers() throws Exception {
        Process process = java("-Xlog:class+load:file=" + this.folder.resolve("classes.log"), "sizes", "--help");
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(Files.readAllLines(this.folder.resolve("classes.log")))
                .anyMatch(line -> line.contains(" dev.tare.command.SizesCommand "))
                .noneMatch(line -> line.contains(" dev.tare.command.CompareCommand "));
    }

    /** The exit of the JVM waits 300 ms for the poller of virtual threads, which is in native code. */
    @Test
    void noVirtualThreadWaitsForRegistryOrEngine() throws Exception {
        ArchiveBuilder layout = ImageBuilder.anImage("shop:1").layer(layer -> layer.file("a", "b")).ociLayout();
        try (MemoryRegistry registry = new MemoryRegistry();
                FakeEngine engine = FakeEngine.onSocket(this.folder,
                        (request, out) -> {
                            if (!FakeEngine.answersVersion(request, out)) {
                                RawServer.answer(out, 404, "{}");
                            }
                        })) {
            String name = registry.push("shop", "1", layout);
            for (List<String> command : List.of(List.of("inspect", name), List.of("compare", name, name),
                    List.of("sizes", name), List.of("referrers", name))) {
                Path log = this.folder.resolve(command.getFirst() + ".log");
                Process process = java(Map.of("DOCKER_HOST", engine.address()), "-Xlog:class+load:file=" + log,
                        command.toArray(String[]::new));
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).isZero();
                assertThat(Files.readAllLines(log)).anyMatch(line -> line.contains(" dev.tare.http.HttpConnection "))
                        .noneMatch(line -> line.matches(".* sun\\.nio\\.ch\\.\\w+Poller .*"));
            }
            assertThat(engine.paths()).isNotEmpty();
        }
    }

    @Test
    void versionLoadsNoClassOfPicocli() throws Exception {
        Process process = java("-Xlog:class+load:file=" + this.folder.resolve("classes.log"), "--version");
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(Files.readAllLines(this.folder.resolve("classes.log")))
                .anyMatch(line -> line.contains(" dev.tare.command.Version "))
                .noneMatch(line -> line.contains(" picocli."));
    }

    @Test
    void exitStatusIsThatOfTheCommand() throws Exception {
        Process process = java("-Xshare:auto", "compare", image("a"), image("b"), "--max-uncompressed=0B");
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
    }

    @Test
    void compareWhenNobodyReadsTheOutputEndsQuietly() throws Exception {
        Path errors = this.folder.resolve("errors");
        Process process = new ProcessBuilder(executable(), "-cp", System.getProperty("java.class.path"),
                TareApplication.class.getName(), "compare", image("a"), image("b"), "--format=json")
                .redirectError(errors.toFile())
                .start();
        process.getInputStream().close();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(errors).isEmptyFile();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void compareWhenTheOutputIsFullExitsWithTwo() throws Exception {
        Path errors = this.folder.resolve("errors");
        Process process = new ProcessBuilder(executable(), "-cp", System.getProperty("java.class.path"),
                TareApplication.class.getName(), "compare", image("a"), image("b"))
                .redirectOutput(Path.of("/dev/full").toFile())
                .redirectError(errors.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(errors).content().startsWith("tare: standard output cannot be written").doesNotContain("\tat ");
        assertThat(process.exitValue()).isEqualTo(2);
    }

    @Test
    void compareWhenTheOutputIsClosedSaysSoWithItsStatus() throws Exception {
        assertThat(shell("exec >&-; exec \"$@\"", List.of(), "compare", image("a"), image("b"))).isEqualTo(2);
        assertThat(this.folder.resolve("errors")).content().startsWith("tare: standard output").doesNotContain("\tat ");
    }

    /** Java itself would end with the status 1, which means an exceeded budget. */
    @Test
    void startWhenThereIsTooLittleMemoryHasTheStatusOfAnError() throws Exception {
        assertThat(shell("exec \"$@\"", List.of("-Xmx7m", "-XX:-ExitOnOutOfMemoryError"), "compare", image("a"),
                image("b"))).isEqualTo(2);
        assertThat(
                shell("exec \"$@\"", List.of("-Dpicocli.ansi=x", "-Djava.io.tmpdir=", "-Dos.arch="),
                        "compare", "a.tar", "b.tar"))
                .isEqualTo(2);
    }

    @Test
    void serviceThatCannotStartHasTheStatusOfAnError() throws Exception {
        assertThat(shell("exec \"$@\"", List.of(), "--server.port=x")).isEqualTo(2);
        assertThat(shell("exec \"$@\"", List.of(), "serve", "--server.port=x")).isEqualTo(2);
    }

    private int shell(String script, List<String> options, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", script, "sh", executable()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), TareApplication.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(this.folder.resolve("errors").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private Process java(String option, String... arguments) throws IOException {
        return java(Map.of(), option, arguments);
    }

    private Process java(Map<String, String> environment, String option, String... arguments) throws IOException {
        Stream<String> command = Stream.of(executable(), option, "-cp", System.getProperty("java.class.path"),
                TareApplication.class.getName());
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(command, Stream.of(arguments)).toList())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private String image(String name) throws IOException {
        return Files.write(this.folder.resolve(name + ".tar"),
                ImageBuilder.anImage(name).layer(layer -> layer.file("file", name)).asDockerArchive()).toString();
    }

    private static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
