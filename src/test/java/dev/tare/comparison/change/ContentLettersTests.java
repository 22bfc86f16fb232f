package dev.tare.comparison.change;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ContentLettersTests {

    @Test
    void ofGivesTheSameContentTheSameLetter() {
        ContentLetters letters = new ContentLetters();
        assertThat(letters.of("x") + letters.of("y") + letters.of("x") + letters.of("z")).isEqualTo("ABAC");
    }

    @Test
    void ofManyContentsGivesEachItsOwn() {
        ContentLetters letters = new ContentLetters();
        assertThat(IntStream.range(0, 703).mapToObj(letters::of)).doesNotHaveDuplicates()
                .contains("Z", "AA", "AZ", "BA", "ZZ")
                .endsWith("AAA");
    }
}
