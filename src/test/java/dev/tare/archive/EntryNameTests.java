package dev.tare.archive;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

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
    void decodeFieldEndsAtANul() {
        byte[] field = "name\0rest".getBytes(StandardCharsets.US_ASCII);
        assertThat(EntryName.decodeField(field, 0, field.length)).isEqualTo("name");
    }

    private static String decode(byte[] bytes) {
        return EntryName.decode(bytes, 0, bytes.length);
    }
}
