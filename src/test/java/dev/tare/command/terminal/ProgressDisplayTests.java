package dev.tare.command.terminal;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import dev.tare.image.InvalidValueException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ProgressDisplayTests {

    private final StringWriter err = new StringWriter();

    @Test
    void eachRunningImageHasALineWithLayersAndBytes() {
        try (ProgressDisplay display = display(ProgressMode.LIVE, "shop:1.4", "shop:1.5", "later:1")) {
            display.begin(0);
            display.begin(1);
            display.progress(0).plan(7, 318_000_000);
            display.progress(0).layerDone();
            display.progress(0).layerKnown(18_000_000);
            display.show();
            assertThat(lines()).containsExactly("shop:1.4: 2 of 7 layers (1 known), 0 B of 300 MB",
                    "shop:1.5: opening",
                    "all images: 2 layers, 18.0 MB (18.0 MB known), the size of 2 images is not known yet");
            display.end(0);
            display.progress(1).merge();
            display.show();
            assertThat(lines()).contains("shop:1.5: searching for software").hasSize(2);
            display.progress(2).plan(1, 82_000_000);
            display.show();
            assertThat(lines()).last().isEqualTo("all images: 2 of 3 layers, 18.0 MB of 100 MB (18.0 MB known)");
            display.end(1);
            display.show();
            assertThat(lines()).isEmpty();
        }
    }

    @Test
    void linesAreRemovedBeforeTheOutput() {
        ProgressDisplay display = display(ProgressMode.LIVE, "a:1", "b:1");
        display.begin(0);
        display.begin(1);
        display.show();
        display.close();
        assertThat(this.err.toString()).endsWith("\r\u001b[3A\u001b[J");
        display.show();
        assertThat(this.err.toString()).endsWith("\r\u001b[3A\u001b[J");
    }

    @Test
    void terminalCutsLongLines() {
        try (ProgressDisplay display = display(ProgressMode.LIVE, "registry.example.com/" + "a".repeat(300) + ":1.5")) {
            display.begin(0);
            display.show();
            assertThat(this.err.toString()).containsSubsequence("\u001b[?7l", "…aaa", "a:1.5: opening", "\u001b[?7h");
            assertThat(lines().getFirst()).hasSizeLessThan(80);
        }
    }

    @Test
    void nameCannotControlTheTerminal() {
        try (ProgressDisplay display = display(ProgressMode.PLAIN, "a\u001b[2J\nb\u202e.tar")) {
            display.begin(0);
            display.show();
            assertThat(this.err.toString())
                    .isEqualTo("tare: a\\u001b[2J\\nb\\u202e.tar: opening" + System.lineSeparator());
        }
    }

    @Test
    void manyImagesFitOnAScreen() {
        try (ProgressDisplay display =
                display(ProgressMode.LIVE, Collections.nCopies(50, "a:1").toArray(String[]::new))) {
            for (int i = 0; i < 50; i++) {
                display.begin(i);
            }
            display.show();
            assertThat(lines()).hasSize(10);
        }
    }

    @Test
    void withoutProgressNothingIsWritten() {
        try (ProgressDisplay display = display(ProgressMode.NONE, "a:1").start()) {
            display.begin(0);
        }
        assertThat(this.err.toString()).isEmpty();
    }

    @Test
    void onlyAnInteractiveTerminalHasProgressByDefault() {
        assertThat(ProgressMode.automatic(Map.of("TERM", "xterm", "NO_COLOR", "1"), true)).isEqualTo(ProgressMode.LIVE);
        assertThat(ProgressMode.automatic(Map.of("TERM", "xterm"), false)).isEqualTo(ProgressMode.NONE);
        assertThat(ProgressMode.automatic(Map.of("TERM", "dumb"), true)).isEqualTo(ProgressMode.NONE);
        assertThat(ProgressMode.automatic(Map.of("CI", "true"), true)).isEqualTo(ProgressMode.NONE);
    }

    @Test
    void parseKnowsThreeChoices() {
        assertThat(ProgressMode.parse("auto", ProgressMode.LIVE)).isEqualTo(ProgressMode.LIVE);
        assertThat(ProgressMode.parse("plain", ProgressMode.LIVE)).isEqualTo(ProgressMode.PLAIN);
        assertThat(ProgressMode.parse("NONE", ProgressMode.LIVE)).isEqualTo(ProgressMode.NONE);
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> ProgressMode.parse("tty", ProgressMode.LIVE));
    }

    private ProgressDisplay display(ProgressMode mode, String... images) {
        return new ProgressDisplay(mode, new PrintWriter(this.err, true), List.of(images));
    }

    /** The lines of the last frame, without the sequences that control the terminal. */
    private List<String> lines() {
        String all = this.err.toString();
        return all.substring(all.lastIndexOf('\r')).replaceAll("\u001b\\[[?0-9]*[a-zA-Z]|\r", "").lines().toList();
    }
}
