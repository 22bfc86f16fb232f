package dev.tare.ecosystem.rust;

import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Detects zlib with the beginning of a list of crates. The first bits show that almost no other place is one, because an
 * attempt to inflate it takes a hundred times longer.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1950">RFC 1950, zlib</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1951">RFC 1951, deflate</a>
 */
final class ZlibStart {

    /** The compressed bytes from which the beginning of the document is read. */
    static final int SIZE = 128;

    /** The inflated bytes among which {@link #FORMAT} must be. */
    private static final int MAX_BEGINNING = 32;

    private static final String FORMAT = "\"packages\"";

    /** Deflate with a window of 32 KiB, as every program uses it. */
    private static final int ZLIB = 0x78;

    /** The bit of the second byte that states a dictionary. */
    private static final int DICTIONARY = 0x20;

    /** A multiple of this number are the first two bytes of zlib. */
    private static final int CHECK = 31;

    /** The bits after the two bytes of zlib, and after those that state the type of the first block. */
    private static final int BLOCK = 16;

    private static final int STORED = 0;

    private static final int FIXED = 1;

    private static final int DYNAMIC = 2;

    /** The fixed code of the first character, in the order of its bits. */
    private static final int FIXED_BRACE = 0xd5;

    /** The most codes for lengths, and for distances, without their constant parts. */
    private static final int MAX_CODES = 29;

    /** The sum of a complete code in units of its longest codes. */
    private static final int COMPLETE = 1 << 7;

    private ZlibStart() {}

    /** Whether zlib may begin here, without a dictionary. Its second byte may be among the next bytes. */
    static boolean isAt(byte[] bytes, int at, int end) {
        return bytes[at] == ZLIB && (at + 1 == end || ((bytes[at + 1] & DICTIONARY) == 0
                && (ZLIB << Byte.SIZE | Byte.toUnsignedInt(bytes[at + 1])) % CHECK == 0));
    }

    /** Whether the first block may begin with a brace. */
    static boolean mayBeDocument(byte[] there) {
        return switch (bits(there, BLOCK + 1, 2)) {
            case STORED -> bits(there, 24, 16) == (~bits(there, 40, 16) & 0xffff) && bits(there, 56, 8) == '{';
            case FIXED -> bits(there, BLOCK + 3, 8) == FIXED_BRACE;
            case DYNAMIC -> bits(there, BLOCK + 3, 5) <= MAX_CODES && bits(there, BLOCK + 8, 5) <= MAX_CODES
                    && isComplete(there);
            default -> false;
        };
    }

    /** Whether the lengths of the codes for the lengths of the other codes fit together. */
    private static boolean isComplete(byte[] there) {
        int count = bits(there, BLOCK + 13, 4) + 4;
        int sum = 0;
        for (int i = 0; i < count; i++) {
            int length = bits(there, BLOCK + 17 + 3 * i, 3);
            sum += length == 0 ? 0 : COMPLETE >> length;
        }
        return sum == COMPLETE;
    }

    /** Bits from the lowest one of each byte on, and zeros after the last byte. */
    private static int bits(byte[] there, int from, int count) {
        int bits = 0;
        for (int i = 0; i < count; i++) {
            int at = from + i;
            if (at >> 3 < there.length) {
                bits |= (there[at >> 3] >> (at & 7) & 1) << i;
            }
        }
        return bits;
    }

    /** Whether the place inflates to the beginning of a document. */
    static boolean isDocument(byte[] there, Inflater inflater) {
        inflater.reset();
        inflater.setInput(there, 0, Math.min(there.length, SIZE));
        byte[] beginning = new byte[MAX_BEGINNING];
        try {
            String text = new String(beginning, 0, inflater.inflate(beginning), StandardCharsets.UTF_8);
            return text.startsWith("{") && text.contains(FORMAT);
        } catch (DataFormatException ex) {
            return false;
        }
    }
}
