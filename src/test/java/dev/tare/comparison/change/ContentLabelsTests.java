package dev.tare.comparison.change;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ContentLabelsTests {

    @Test
    void ofGivesTheSameContentTheSameLetter() {
        ContentLabels letters = new ContentLabels();
        assertThat(letters.of("x") + letters.of("y") + letters.of("x") + letters.of("z")).isEqualTo("ABAC");
    }

    @Test
    void ofManyContentsGivesEachADifferentLetter() {
        ContentLabels letters = new ContentLabels();
        assertThat(IntStream.range(0, 703).mapToObj(letters::of)).doesNotHaveDuplicates()
                .contains("Z", "AA", "AZ", "BA", "ZZ")
                .endsWith("AAA");
    }
}
