package dev.tare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Keeps the README short, and its commands true. */
class ReadmeTests {

    private static final Path README = Path.of("README.md");

    private static final Pattern BLOCK = Pattern.compile("(?s)```(\\w*)\n(.*?)```");

    /** The programs of the checkout. */
    private static final Pattern SCRIPT = Pattern.compile("(?m)^(?:\\$ )?((?:dev/|\\./)[a-z/]+)");

    @Test
    void proseHasFewerThan700Words() throws IOException {
        String prose = BLOCK.matcher(Files.readString(README))
                .replaceAll("")
                .replaceAll("(?m)^\\|.*$", "")
                .replaceAll("\\]\\([^)]*\\)", "");
        assertThat(prose.strip().split("\\s+")).hasSizeLessThan(700);
    }

    @Test
    void everyProgramOfTheCheckoutExists() throws IOException {
        Stream<String> blocks = BLOCK.matcher(Files.readString(README)).results().map(match -> match.group(2));
        assertThat(blocks.flatMap(block -> SCRIPT.matcher(block).results().map(match -> match.group(1))))
                .contains("dev/run", "dev/verify", "dev/tare", "./mvnw")
                .allSatisfy(program -> assertThat(Path.of(program)).isExecutable());
    }
}
