package dev.tare.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import dev.tare.command.terminal.Colors;
import dev.tare.fixture.ImageBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ColorsTests {

    private static final String ESCAPE = "\u001b[";

    @TempDir
    private Path folder;

    private Path image;

    @BeforeEach
    void writeArchive() throws IOException {
        this.image = Files.write(this.folder.resolve("image.tar"),
                ImageBuilder.anImage("app:1").layer(layer -> layer.file("file", "1234567")).asDockerArchive());
    }

    @ParameterizedTest
    @CsvSource({ "auto, true, true, false", "auto, false, false, false", "always, false, true, true",
            "ALWAYS, true, true, true", "never, true, false, false" })
    void parseDecidesForTerminalAndFile(String text, boolean automatic, boolean onStandardOutput, boolean inFile) {
        assertThat(Colors.parse(text, automatic)).isEqualTo(new Colors(onStandardOutput, inFile));
    }

    @Test
    void automaticWhenTheOutputIsNoTerminalHasNone() {
        assertThat(Colors.automatic(Map.of(), false)).isFalse();
        assertThat(Colors.automatic(Map.of(), true)).isTrue();
    }

    @Test
    void automaticFollowsNoColorUnlessItIsEmpty() {
        assertThat(Colors.automatic(Map.of("NO_COLOR", "1"), true)).isFalse();
        assertThat(Colors.automatic(Map.of("NO_COLOR", "0"), true)).isFalse();
        assertThat(Colors.automatic(Map.of("NO_COLOR", ""), true)).isTrue();
        assertThat(Colors.automatic(Map.of("TERM", "dumb"), true)).isFalse();
        assertThat(Colors.automatic(Map.of("TERM", "xterm"), true)).isTrue();
    }

    @Test
    void inspectHasColorsOnlyOnATerminalOrOnRequest() {
        assertThat(CommandRun.of("inspect", this.image).out()).doesNotContain(ESCAPE);
        assertThat(CommandRun.onTerminal("inspect", this.image).out()).contains(ESCAPE);
        assertThat(CommandRun.onTerminal("inspect", "--color=never", this.image).out()).doesNotContain(ESCAPE);
        assertThat(CommandRun.of("inspect", "--color", "always", this.image).out()).contains(ESCAPE);
    }

    @Test
    void inspectWithoutColorsHasTheSameText() {
        String colored = CommandRun.of("inspect", "--color=always", this.image).out();
        assertThat(colored.replaceAll("\u001b\\[\\d*m", "")).isEqualTo(CommandRun.of("inspect", this.image).out());
    }

    @Test
    void inspectIntoAFileHasColorsOnlyOnRequest() throws IOException {
        Path file = this.folder.resolve("report.txt");
        CommandRun.onTerminal("inspect", "--output", file, this.image);
        assertThat(Files.readString(file)).isNotEmpty().doesNotContain(ESCAPE);
        CommandRun.onTerminal("inspect", "--output", file, "--color=always", this.image);
        assertThat(Files.readString(file)).contains(ESCAPE);
    }

    @Test
    void otherFormatsHaveNoColors() {
        for (String format : new String[] { "json", "markdown" }) {
            assertThat(CommandRun.onTerminal("inspect", "--color=always", "--format", format, this.image).out())
                    .isNotEmpty()
                    .doesNotContain(ESCAPE);
        }
    }

    @Test
    void inspectWhenTheChoiceIsUnknownListsTheChoices() {
        CommandRun run = CommandRun.of("inspect", "--color=red", this.image);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--color", "auto, always or never");
    }
}
