package dev.tare.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.tare.command.terminal.ProgressMode;
import dev.tare.engine.Engines;
import dev.tare.fixture.ImageBuilder;
import dev.tare.report.json.ReportSchema;
import dev.tare.secret.FakeTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TareCommandTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = { "compare", "serve", "foo", "-h", "--help", "--version", "" })
    void acceptsCommandsAndItsOwnOptions(String first) {
        assertThat(TareCommand.takes(first)).isTrue();
    }

    @Test
    void emptyArgumentsAndPropertiesBelongToTheService() {
        assertThat(TareCommand.takes()).isFalse();
        assertThat(TareCommand.takes("--server.port=80")).isFalse();
    }

    @Test
    void runWhenTheCommandIsUnknownSuggestsOne() {
        CommandRun run = CommandRun.of("comapre", "a", "b");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("'comapre'", "compare", "See tare --help");
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "--help, inspect", "help, inspect", "--version, Tare", "version, Tare" })
    void runWritesTheRequestedHelpOrVersion(String argument, String part) {
        CommandRun run = CommandRun.of(argument);
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains(part);
    }

    @ParameterizedTest
    @CsvSource({ "compare, true", "inspect, true", "files, false", "sbom, false", "schema, false", "licenses, false",
            "serve, false", "version, false" })
    void helpOfACommandListsTheExitStatusesThatItReturns(String command, boolean hasBudgets) {
        CommandRun run = CommandRun.of(command, "--help");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("Usage: tare " + command, "\n  0   success", "\n  2   an error");
        assertThat(run.out().contains("\n  1   a budget is exceeded")).isEqualTo(hasBudgets);
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void helpOfCompareListsBothImagesAsRequired() {
        assertThat(CommandRun.of("compare", "--help").out().lines())
                .anyMatch(line -> line.startsWith("      IMAGE IMAGE..."))
                .noneMatch(line -> line.replace("[IMAGE=]FILE", "").contains("[IMAGE"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "passwd", "my-secret", "db.password" })
    void runShowsTheNameOfAFileAndTheProblem(String name) throws IOException {
        Path file = this.folder.resolve(name);
        assertThat(CommandRun.of("inspect", file).err()).contains(file + ": there is no such file");
        Files.writeString(file, "neither a tar nor a waiver\n".repeat(100));
        for (CommandRun run : List.of(CommandRun.of("inspect", file), CommandRun.of("files", file),
                CommandRun.of("serve", file, file.resolveSibling("none")),
                CommandRun.of("inspect", image(), "--waivers", file),
                CommandRun.of("inspect", image(), "--chart", file))) {
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err()).doesNotContain("(hidden)");
        }
        assertThat(CommandRun.of("inspect", file).err()).contains(file + ": ", "not a tar archive");
        assertThat(CommandRun.of("inspect", image(), "--waivers", file).err()).contains(file + ": ");
    }

    @Test
    void runHidesTheSecretInTheNameOfAFile() {
        for (String argument : List.of("password=Leak", "token=Leak/a.tar")) {
            assertThat(CommandRun.of("inspect", argument).err()).contains("(hidden)", "there is no such file")
                    .doesNotContain("Leak");
            assertThat(CommandRun.of("inspect", "a.tar", "--waivers", argument).err()).contains("(hidden)")
                    .doesNotContain("Leak");
            assertThat(CommandRun.of("inspect", "a.tar", "--limit", argument).err()).doesNotContain("Leak");
        }
    }

    @ParameterizedTest
    @CsvSource({ "--max-growth, 5, 'such as 5% or 2.5%'", "--max-uncompressed, 200M, such as 200MB",
            "--format, pdf, 'text, json, markdown or html'", "--platform, linux, os/architecture",
            "--limit, foo=1, one of layers", "--limit, layers=0, a value from 1", "--limit, layers=1TB, to 2147483647",
            "--chart, chart.gif, .svg or .png", "--unknown, x, Unknown option" })
    void runWhenAnOptionIsInvalidReportsTheExpectedForm(String option, String value, String part) {
        CommandRun run = CommandRun.of("compare", "a.tar", "b.tar", option, value);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(option, part);
    }

    /** A file of arguments could have any name, and its content would appear in errors. */
    @Test
    void runWhenAnArgumentBeginsWithAnAtSignReadsNoFile() throws IOException {
        Path arguments = Files.writeString(this.folder.resolve("arguments"), "--version");
        CommandRun run = CommandRun.of("inspect", "@" + arguments);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("@" + arguments, "there is no such file");
        Path image = Files.move(image(), this.folder.resolve("@image.tar"));
        assertThat(CommandRun.of("inspect", image).status()).isZero();
    }

    /** An exception that nobody expects must not look like an exceeded budget. */
    @ParameterizedTest
    @MethodSource("failures")
    void runWhenAnythingFailsHasTheStatusOfAnError(Throwable failure) {
        StringWriter err = new StringWriter();
        int status = TareCommand.run(_ -> TareCommandTests.<RuntimeException>raise(failure), (_, _) -> {},
                new Surroundings(Map.of(), Engines.ofThisUser(), false, ProgressMode.NONE),
                new PrintWriter(new StringWriter()), new PrintWriter(err), "serve");
        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).startsWith("tare: ").doesNotContain("\tat ");
    }

    static Stream<Throwable> failures() {
        return Stream.of(new StackOverflowError(), new OutOfMemoryError(), new NoClassDefFoundError("x"),
                new IllegalStateException(), new IOException("x"), new Throwable(),
                new UncheckedIOException(new IOException()),
                new ExplainedNowhere());
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> int raise(Throwable failure) throws T {
        throw (T) failure;
    }

    /** It fails again when its message is read. */
    private static final class ExplainedNowhere extends RuntimeException {

        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new StackOverflowError();
        }
    }

    @Test
    void inspectReportsTheContentsOfAnImage() throws IOException {
        CommandRun run = CommandRun.of("inspect", image());
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("#1 app:1").containsPattern("Files +1\n");
        assertThat(run.out().lines()).hasSizeLessThanOrEqualTo(40).last().asString().contains("--details");
    }

    @Test
    void inspectWithDetailsHasEverySection() throws IOException {
        assertThat(CommandRun.of("inspect", "--details", image()).out()).contains("Checks", "Config", "Layers")
                .containsPattern("Files +1\n");
    }

    @Test
    void schemaIsPrinted() {
        CommandRun run = CommandRun.of("schema");
        assertThat(run.status()).isZero();
        assertThat(run.out()).isEqualTo(ReportSchema.read());
    }

    @Test
    void inspectWhenTheBudgetIsExceededExitsWithOne() throws IOException {
        assertThat(CommandRun.of("inspect", "--max-uncompressed=6", image()).status()).isEqualTo(1);
        assertThat(CommandRun.of("inspect", "--max-uncompressed=7", image()).status()).isZero();
    }

    @Test
    void inspectWithoutAnImageFails() {
        CommandRun run = CommandRun.of("inspect");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("IMAGE");
    }

    /** The message about a wrong argument contains the argument, and may cut it. */
    @Test
    void noErrorShowsASecret() {
        String token = FakeTokens.withBase62Crc32("gh" + "p", 30);
        for (int before = 0; before < 130; before += 3) {
            String text = "x".repeat(before) + "/" + token;
            for (CommandRun run : List.of(CommandRun.of("inspect", text), CommandRun.of(text),
                    CommandRun.of("inspect", "--max-uncompressed", text, "a"),
                    CommandRun.of("inspect", "--" + text, "a"),
                    CommandRun.of("inspect", "--waive", text, "a"), CommandRun.of("inspect", "--waivers", text, "a"))) {
                assertThat(run.status()).isEqualTo(2);
                assertThat(run.err()).doesNotContain(token.substring(0, 8), token.substring(token.length() - 8));
            }
        }
    }

    @Test
    void serveStartsTheServiceWithEachImageByItsIndex() throws IOException {
        Path first = Files.createFile(this.folder.resolve("a,b.tar"));
        Path second = Files.createFile(this.folder.resolve("c.tar"));
        CommandRun run = CommandRun.of("serve", first, "--port", 9000, second, "--server.address=127.0.0.1");
        assertThat(run.err()).isEmpty();
        assertThat(run.served()).containsExactly(List.of("--server.address=127.0.0.1", "--server.port=9000",
                "--tare.images[0]=" + first, "--tare.images[1]=" + second));
    }

    @Test
    void serveTakesASingleImage() throws IOException {
        Path image = Files.createFile(this.folder.resolve("a.tar"));
        assertThat(CommandRun.of("serve", image).served()).containsExactly(List.of("--tare.images[0]=" + image));
    }

    /** Users may try the address of a registry, with their password. */
    @Test
    void addressInPlaceOfAFileIsReportedWithoutItsPassword() {
        for (CommandRun run : List.of(CommandRun.of("inspect", "https://me:Leak@r.example.org/x"),
                CommandRun.of("compare", "https://me:Leak@r.example.org", "https://me:Leak@r.example.org/y"),
                CommandRun.of("serve", "https://me:Leak@r.example.org/x", "https://me:Leak@r.example.org"))) {
            assertThat(run.err()).contains("there is no such file", "r.example.org").doesNotContain("Leak");
        }
    }

    @Test
    void serveWithoutArgumentsStartsTheService() {
        assertThat(CommandRun.of("serve").served()).containsExactly(List.of());
    }

    @Test
    void serveWhenAnImageIsMissingStartsNothing() throws IOException {
        CommandRun missing = CommandRun.of("serve", this.folder.resolve("a"), this.folder.resolve("b"));
        assertThat(missing.err()).contains("there is no such file");
        assertThat(List.of(missing.status(), CommandRun.of("serve", "-x").status(),
                CommandRun.of("serve", "--port", "70000").status())).containsOnly(2);
        assertThat(missing.served()).isEmpty();
    }

    private Path image() throws IOException {
        return Files.write(this.folder.resolve("image.tar"),
                ImageBuilder.anImage("app:1").layer(layer -> layer.file("file", "1234567")).asDockerArchive());
    }
}
