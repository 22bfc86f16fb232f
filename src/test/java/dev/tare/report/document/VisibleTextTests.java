package dev.tare.report.document;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class VisibleTextTests {

    @Test
    void ofWhenAllIsVisibleReturnsTheText() {
        assertThat(VisibleText.of("usr/share/größe – 尺寸 🐳")).isEqualTo("usr/share/größe – 尺寸 🐳");
    }

    @Test
    void ofEscapesControlCharacters() {
        assertThat(VisibleText.of("a\u001b[2Jb\n\r\tc\u0000\u007f\u009b"))
                .isEqualTo("a\\u001b[2Jb\\n\\r\\tc\\u0000\\u007f\\u009b");
    }

    @Test
    void ofEscapesCharactersThatTurnOrHideText() {
        assertThat(VisibleText.of("\u202egnp.exe\u2066\u200b\ufeff\u2028\u00ad"))
                .isEqualTo("\\u202egnp.exe\\u2066\\u200b\\ufeff\\u2028\\u00ad");
    }

    @ParameterizedTest
    @ValueSource(ints = { 0x3164, 0x115f, 0x1160, 0x2800, 0x034f, 0xfe0f, 0xa0, 0x2003, 0x3000, 0x180b })
    void ofEscapesInvisibleCharacters(int codePoint) {
        assertThat(VisibleText.of("a" + Character.toString(codePoint) + " b"))
                .isEqualTo("a\\u%04x b".formatted(codePoint));
    }

    @Test
    void ofEscapesHalvesOfCharacters() {
        assertThat(VisibleText.of("\ud800x\udfff")).isEqualTo("\\ud800x\\udfff");
    }

    @Test
    void ofEscapesInvisibleCharactersBeyondTheFirstPlane() {
        assertThat(VisibleText.of("\udb40\udc41")).isEqualTo("\\udb40\\udc41");
    }
}
