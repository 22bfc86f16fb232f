package dev.tare.archive.tar;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Numbers in tar headers: octal digits, or GNU's base 256, which the highest bit of the first byte marks. */
final class TarNumber {

    /** A field with an octal number, or an empty one. */
    private static final Pattern OCTAL = Pattern.compile("[ \\x00]*[0-7]* *(?:\\x00.*)?");

    private TarNumber() {}

    static long parse(byte[] block, int offset, int length, TarErrorContext place) {
        return block[offset] < 0 ? parseBase256(block, offset, length, place)
                : parseOctal(block, offset, length, place);
    }

    /** Whether an optional field is a number or empty. */
    static boolean isOne(byte[] block, int offset, int length) {
        return block[offset] <= 0
                || OCTAL.matcher(new String(block, offset, length, StandardCharsets.ISO_8859_1)).matches();
    }

    private static long parseBase256(byte[] block, int offset, int length, TarErrorContext place) {
        boolean negative = (block[offset] & 0x40) != 0;
        long value = negative ? block[offset] : block[offset] & 0x3f;
        for (int i = offset + 1; i < offset + length; i++) {
            if (value >> 55 != (negative ? -1 : 0)) {
                throw place.malformed("a number in its header is too large");
            }
            value = (value << 8) | (block[i] & 0xff);
        }
        return value;
    }

    private static long parseOctal(byte[] block, int offset, int length, TarErrorContext place) {
        int end = offset + length;
        int i = offset;
        while (i < end && (block[i] == ' ' || block[i] == 0)) {
            i++;
        }
        long value = 0;
        while (i < end && block[i] != ' ' && block[i] != 0) {
            value = (value << 3) | octalDigit(block[i++], place);
        }
        return value;
    }

    private static int octalDigit(byte digit, TarErrorContext place) {
        if (digit < '0' || digit > '7') {
            throw place.malformed("a number in its header is not octal");
        }
        return digit - '0';
    }
}
