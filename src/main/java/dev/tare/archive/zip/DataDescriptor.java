package dev.tare.archive.zip;

import java.io.IOException;

/**
 * A record after an entry with sizes that its writer did not know in advance. The signature is optional, and the sizes
 * have 32 or 64 bits without any mark. So the right form is the one with the sizes that were read, followed by the next
 * record.
 */
final class DataDescriptor {

    private static final int SIGNATURE = 0x08074b50;

    /** Every record begins with these two letters. */
    private static final int PK = 0x4b50;

    private static final int[] SIGNATURE_LENGTHS = { Integer.BYTES, 0 };

    private static final int[] NUMBER_LENGTHS = { Long.BYTES, Integer.BYTES };

    private DataDescriptor() {}

    /** Skips the descriptor of an entry of these sizes. */
    static void skip(ZipInput zip, long compressedSize, long uncompressedSize) throws IOException {
        for (int signature : SIGNATURE_LENGTHS) {
            for (int number : NUMBER_LENGTHS) {
                int length = signature + Integer.BYTES + 2 * number;
                if (zip.has(length + Short.BYTES)
                        && is(zip.peek(length + Short.BYTES), signature, compressedSize, uncompressedSize)) {
                    zip.skip(length);
                    return;
                }
            }
        }
        throw new UnreadableZipException("no data descriptor with the size of an entry follows the entry");
    }

    private static boolean is(ZipSlice descriptor, int signature, long compressedSize, long uncompressedSize) {
        int next = descriptor.length() - Short.BYTES;
        int sizes = signature + Integer.BYTES;
        int middle = (sizes + next) / 2;
        return (signature == 0 || descriptor.u32(0) == SIGNATURE)
                && number(descriptor, sizes, middle) == compressedSize
                && number(descriptor, middle, next) == uncompressedSize
                && descriptor.u16(next) == PK;
    }

    private static long number(ZipSlice descriptor, int from, int to) {
        return to - from == Long.BYTES ? descriptor.i64(from) : descriptor.u32(from);
    }
}
