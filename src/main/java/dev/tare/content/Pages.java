package dev.tare.content;

import java.nio.ByteBuffer;
import java.util.BitSet;

/**
 * The pages of a database in memory. Each page belongs to one tree or one chain, so each is returned only once. This
 * ends circles of pages, and bounds the time by the size of the file.
 */
public final class Pages {

    private static final int SMALLEST = 512;

    private static final int LARGEST = 65536;

    private final Chunks bytes;

    private final int pageSize;

    private final BitSet handedOut = new BitSet();

    private Pages(Chunks bytes, int pageSize) {
        this.bytes = bytes;
        this.pageSize = pageSize;
    }

    /**
     * The pages of a whole database.
     *
     * @param pageSize in bytes, as the database states it
     * @throws UnreadableDatabaseException if the size is not a power of two from 512 to 65536
     */
    public static Pages of(Chunks bytes, int pageSize) {
        if (pageSize < SMALLEST || pageSize > LARGEST || Integer.bitCount(pageSize) != 1) {
            throw new UnreadableDatabaseException("its page size of " + pageSize + " is invalid");
        }
        return new Pages(bytes, pageSize);
    }

    /** The size of a page in bytes. */
    public int pageSize() {
        return this.pageSize;
    }

    /**
     * A page by its number. The first is 0.
     *
     * @throws UnreadableDatabaseException if the page does not exist, or was returned before
     */
    public ByteBuffer page(long number) {
        if (number < 0 || number >= this.bytes.size() / this.pageSize || this.handedOut.get((int) number)) {
            throw new UnreadableDatabaseException("its pages are damaged");
        }
        this.handedOut.set((int) number);
        return this.bytes.bytes(number * this.pageSize, this.pageSize);
    }
}
