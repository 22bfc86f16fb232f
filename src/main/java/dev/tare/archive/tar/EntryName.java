package dev.tare.archive.tar;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Names in tar headers: bytes, usually UTF-8. A byte that is not UTF-8 becomes {@code \xE9}, and a backslash before
 * text of this form becomes {@code \x5C}. So different names stay different, and a whiteout still matches its target.
 */
final class EntryName {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** The length of {@code \xE9}. */
    private static final int ESCAPE = 4;

    private EntryName() {}

    static String decode(byte[] bytes, int from, int to) {
        return isPlain(bytes, from, to) ? new String(bytes, from, to - from, StandardCharsets.ISO_8859_1)
                : decodeUtf8(ByteBuffer.wrap(bytes, from, to - from));
    }

    /** The name in a field of fixed width. A NUL ends a shorter name. */
    static String decodeField(byte[] bytes, int from, int to) {
        return decode(bytes, from, endOf(bytes, from, to));
    }

    /** Whether the name in a field of fixed width is plain ASCII. */
    static boolean isAscii(byte[] bytes, int from, int to) {
        int end = endOf(bytes, from, to);
        for (int i = from; i < end; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    static int endOf(byte[] bytes, int from, int to) {
        int end = from;
        while (end < to && bytes[end] != 0) {
            end++;
        }
        return end;
    }

    /** The number of bytes between two indexes of a decoded name. */
    static int length(String name, int from, int to) {
        int length = 0;
        for (int i = from; i < to; i++) {
            length += Character.isSurrogate(name.charAt(i)) ? 2 : utf8Length(name.charAt(i));
            if (isEscape(name, i)) {
                i += ESCAPE - 1;
            }
        }
        return length;
    }

    private static int utf8Length(char character) {
        if (character < 0x80) {
            return 1;
        }
        return character < 0x800 ? 2 : 3;
    }

    private static boolean isPlain(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0 || bytes[i] == '\\') {
                return false;
            }
        }
        return true;
    }

    private static String decodeUtf8(ByteBuffer in) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer chars = CharBuffer.allocate(in.remaining());
        StringBuilder name = new StringBuilder(in.remaining());
        while (in.hasRemaining()) {
            CoderResult result = decoder.reset().decode(in, chars, true);
            appendText(name, chars.flip());
            chars.clear();
            if (result.isMalformed()) {
                appendEscaped(name, in, result.length());
            }
        }
        return name.toString();
    }

    private static void appendEscaped(StringBuilder name, ByteBuffer in, int count) {
        for (int i = 0; i < count; i++) {
            appendEscaped(name, in.get());
        }
    }

    private static void appendEscaped(StringBuilder name, byte value) {
        name.append("\\x").append(HEX.toHexDigits(value));
    }

    private static void appendText(StringBuilder name, CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (isEscape(text, i)) {
                appendEscaped(name, (byte) '\\');
            } else {
                name.append(text.charAt(i));
            }
        }
    }

    /** Whether the escape of a byte that is not UTF-8 begins here. */
    private static boolean isEscape(CharSequence text, int i) {
        return text.charAt(i) == '\\' && i + ESCAPE <= text.length() && text.charAt(i + 1) == 'x'
                && isUpperHex(text.charAt(i + 2)) && isUpperHex(text.charAt(i + 3));
    }

    private static boolean isUpperHex(char character) {
        return HexFormat.isHexDigit(character) && !Character.isLowerCase(character);
    }
}
