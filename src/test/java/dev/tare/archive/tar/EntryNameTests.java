package dev.tare.archive.tar;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EntryNameTests {

    @Test
    void decodeReadsUtf8() {
        assertThat(decode("日本/é".getBytes(StandardCharsets.UTF_8))).isEqualTo("日本/é");
    }

    @Test
    void decodeWhenBytesAreNotUtf8EscapesThem() {
        assertThat(decode("caf\u00e9/x".getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("caf\\xE9/x");
        assertThat(decode(new byte[] { (byte) 0xff, (byte) 0xc3 })).isEqualTo("\\xFF\\xC3");
        assertThat(decode(new byte[] { (byte) 0xc3, (byte) 0xa9, (byte) 0xe2, (byte) 0x82 })).isEqualTo("é\\xE2\\x82");
    }

    @Test
    void decodeKeepsDifferentNamesDifferent() {
        byte[] latin = "é".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(decode(latin)).isNotEqualTo(decode("é".getBytes(StandardCharsets.UTF_8)));
        assertThat(decode(latin)).isNotEqualTo(decode(new byte[] { (byte) 0xe8 }));
    }

    @Test
    void decodeWhenANameReadsLikeAnEscapeKeepsItDifferent() {
        assertThat(decode("caf\\xE9")).isEqualTo("caf\\x5CxE9").isNotEqualTo(decode("caf\u00e9"));
        assertThat(decode("caf\\x5CxE9")).isEqualTo("caf\\x5Cx5CxE9");
        assertThat(decode("\\\u00e9")).isEqualTo("\\\\xE9");
        assertThat(decode("\\xE")).isEqualTo("\\xE");
    }

    @Test
    void decodeLeavesEscapesOfUnitNamesAlone() {
        assertThat(decode("system-getty\\x2dx.slice")).isEqualTo("system-getty\\x2dx.slice");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "plain", "\\xE9", "caf\u00e9\\", "\u00ff\\x5C\u00c3", "\u00e6\u0097\u00a5\u00c3\u00a9",
            "\u00f0\u009f\u0098\u0080\\x" })
    void lengthIsTheNumberOfBytes(String bytes) {
        String name = decode(bytes);
        assertThat(EntryName.length(name, 0, name.length())).isEqualTo(bytes.length());
    }

    private static String decode(String latin1) {
        return decode(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void decodeFieldEndsAtANul() {
        byte[] field = "name\0rest".getBytes(StandardCharsets.US_ASCII);
        assertThat(EntryName.decodeField(field, 0, field.length)).isEqualTo("name");
    }

    private static String decode(byte[] bytes) {
        return EntryName.decode(bytes, 0, bytes.length);
    }
}
