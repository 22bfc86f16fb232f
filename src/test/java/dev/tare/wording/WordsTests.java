package dev.tare.wording;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTests {

    private enum Constant {
        OF_TWO_WORDS
    }

    @Test
    void constantHasSpacesAndLowerCase() {
        assertThat(Words.of(Constant.OF_TWO_WORDS)).isEqualTo("of two words");
    }

    @Test
    void onlyTheFirstLetterChanges() {
        assertThat(Words.capitalised("a JDK")).isEqualTo("A JDK");
        assertThat(Words.uncapitalised("Net (App)")).isEqualTo("net (App)");
    }
}
