package dev.tare.archive.zip;

import java.io.IOException;

/**
 * The sizes of an entry that follow it, since they were not known before. Its signature may be missing, its numbers may
 * have 32 bits or 64, and nothing says so: it is what has the right sizes and is followed by the next record.
 */
final class DataDescriptor {

    private static final int SIGNATURE = 0x08074b50;

    /** Every record begins with these two letters. */
    private static final int PK = 0x4b50;

    private static final int[] SIGNATURE_LENGTHS = { Integer.BYTES, 0 };

    private static final int[] NUMBER_LENGTHS = { Long.BYTES, Integer.BYTES };

    private DataDescriptor() {}

    /** Goes on behind that of an entry of these sizes. */
    static void skip(ZipInput zip, long size, long stated) throws IOException {
        for (int signature : SIGNATURE_LENGTHS) {
            for (int number : NUMBER_LENGTHS) {
                int length = signature + Integer.BYTES + 2 * number;
                if (zip.has(length + Short.BYTES) && is(zip.peek(length + Short.BYTES), signature, size, stated)) {
                    zip.skip(length);
                    return;
                }
            }
        }
        throw new UnreadableZipException("the size of an entry is stated neither before nor after it");
    }

    private static boolean is(ZipSlice descriptor, int signature, long size, long stated) {
        int next = descriptor.length() - Short.BYTES;
        int sizes = signature + Integer.BYTES;
        int middle = (sizes + next) / 2;
        return (signature == 0 || descriptor.u32(0) == SIGNATURE)
                && number(descriptor, sizes, middle) == size
                && number(descriptor, middle, next) == stated
                && descriptor.u16(next) == PK;
    }

    private static long number(ZipSlice descriptor, int from, int to) {
        return to - from == Long.BYTES ? descriptor.i64(from) : descriptor.u32(from);
    }
}
