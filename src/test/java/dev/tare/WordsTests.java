package dev.tare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs {@code dev/words}, which rejects wordings that are hard to read. */
class WordsTests {

    @TempDir
    private Path folder;

    @Test
    void checkoutHasNoRejectedWording() throws Exception {
        Run run = words();
        assertThat(run.output()).isEmpty();
        assertThat(run.status()).isZero();
    }

    @Test
    void rejectedWordingIsReportedWithItsLine() throws Exception {
        Path file = write("Fine.\nA program that knows " + "of a file.\n");
        Run run = words(file);
        assertThat(run.output()).startsWith(file + ":2: \"knows " + "of\"").hasLineCount(1);
        assertThat(run.status()).isEqualTo(1);
    }

    @Test
    void rejectedWordingIsFoundAcrossLinesOfCommentsAndStrings() throws Exception {
        Path file = write("/**\n * Which is\n * told.\n */\nfail(\"Nothing is\"\n    + \" told.\");\n# is\n# told\n");
        assertThat(words(file).output().lines()).extracting(line -> line.split(":")[1]).containsExactly("2", "5", "7");
    }

    @Test
    void relativeClauseAfterACommaIsRejectedWithAnyWords() throws Exception {
        Path file = write("Rules, none of " + "which is good.\nRows, of " + "which {@code rows} is one.\n");
        assertThat(words(file).output().lines()).hasSize(2);
    }

    @Test
    void partOfAWordIsAccepted() throws Exception {
        assertThat(words(write("this told, dis none-such\nno end\n\ntold\n")).status()).isZero();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(this.folder.resolve("file"), text);
    }

    private static Run words(Path... files) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", "dev/words"));
        List.of(files).forEach(file -> command.add(file.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    private record Run(int status, String output) {}
}
