package dev.tare.archive;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Names as tar headers have them: bytes, mostly UTF-8. A byte that is not UTF-8 becomes {@code \xE9}, so that two
 * different names stay different and a whiteout still matches what it hides.
 */
final class EntryName {

    private EntryName() {}

    static String decode(byte[] bytes, int from, int to) {
        return isAscii(bytes, from, to) ? new String(bytes, from, to - from, StandardCharsets.ISO_8859_1)
                : decodeUtf8(ByteBuffer.wrap(bytes, from, to - from));
    }

    /** The name in a field of fixed width, which a NUL ends if it is shorter. */
    static String decodeField(byte[] bytes, int from, int to) {
        return decode(bytes, from, endOf(bytes, from, to));
    }

    static int endOf(byte[] bytes, int from, int to) {
        int end = from;
        while (end < to && bytes[end] != 0) {
            end++;
        }
        return end;
    }

    private static boolean isAscii(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
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
            name.append(chars.flip());
            chars.clear();
            if (result.isMalformed()) {
                appendEscaped(name, in, result.length());
            }
        }
        return name.toString();
    }

    private static void appendEscaped(StringBuilder name, ByteBuffer in, int count) {
        for (int i = 0; i < count; i++) {
            name.append(String.format(Locale.ROOT, "\\x%02X", in.get()));
        }
    }
}
