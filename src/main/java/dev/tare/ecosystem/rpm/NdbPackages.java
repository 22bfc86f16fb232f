package dev.tare.ecosystem.rpm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;
import java.util.zip.Adler32;

import dev.tare.content.Chunks;
import dev.tare.content.UnreadableDatabaseException;

import static dev.tare.content.UnreadableDatabaseException.check;

/**
 * Reads the {@code Packages.db} of rpm's ndb, the form on SUSE. Pages of slots come first. Each slot in use leads to the
 * blocks with the header of a package. Numbers are little-endian.
 *
 * @see <a href="https://github.com/rpm-software-management/rpm/blob/rpm-4.18.0-release/lib/backend/ndb/rpmpkg.c">Packages of
 *      ndb</a>
 */
final class NdbPackages {

    private static final String DAMAGED = "its blocks are damaged";

    private static final int HEADER_SIZE = 32;

    private static final int PAGE = 4096;

    private static final int SLOT = 16;

    private static final int BLOCK = 16;

    private static final int BLOB_START = 16;

    private static final int BLOB_END = 12;

    private static final int MAGIC = magic("RpmP");

    private static final int SLOT_MAGIC = magic("Slot");

    private static final int START_MAGIC = magic("BlbS");

    private static final int END_MAGIC = magic("BlbE");

    private final Chunks bytes;

    private NdbPackages(Chunks bytes) {
        this.bytes = bytes;
    }

    /**
     * Passes on the header of each package.
     *
     * @return {@code true}, because the database does not state the number of its packages
     * @throws UnreadableDatabaseException if the file is damaged, or not a database of this kind
     */
    static boolean readHeaders(Chunks bytes, Consumer<ByteBuffer> headers) {
        new NdbPackages(bytes).read(headers);
        return true;
    }

    /** Blocks do not overlap. Otherwise a file could have many times its size. */
    private void read(Consumer<ByteBuffer> headers) {
        long slotsEnd = slotsEnd();
        check(slotsEnd > 0 && slotsEnd <= this.bytes.size() && this.bytes.size() % BLOCK == 0, DAMAGED);
        long left = this.bytes.size() - slotsEnd;
        for (long at = HEADER_SIZE; at < slotsEnd; at += SLOT) {
            ByteBuffer slot = bytes(at, SLOT);
            check(slot.getInt(0) == SLOT_MAGIC, DAMAGED);
            long from = blocks(slot.getInt(8));
            if (from != 0) {
                long length = blocks(slot.getInt(12));
                left -= length;
                check(from >= slotsEnd && left >= 0, DAMAGED);
                headers.accept(header(from, length, slot.getInt(4)));
            }
        }
    }

    private long slotsEnd() {
        if (this.bytes.size() < HEADER_SIZE || bytes(0, HEADER_SIZE).getInt(0) != MAGIC) {
            throw new UnreadableDatabaseException("it is not an ndb database");
        }
        ByteBuffer header = bytes(0, HEADER_SIZE);
        if (header.getInt(4) != 0) {
            throw new UnreadableDatabaseException("it is an ndb database with the unknown version "
                    + Integer.toUnsignedString(header.getInt(4)));
        }
        return Integer.toUnsignedLong(header.getInt(12)) * PAGE;
    }

    private ByteBuffer header(long from, long length, int index) {
        check(length > BLOB_START + BLOB_END && length <= RpmHeader.MAX_SIZE, DAMAGED);
        ByteBuffer blob = bytes(from, (int) length);
        int size = blob.getInt(12);
        int end = blob.limit() - BLOB_END;
        check(blob.getInt(0) == START_MAGIC && blob.getInt(4) == index, DAMAGED);
        check(size > 0 && size <= end - BLOB_START && end - BLOB_START - size < BLOCK, DAMAGED);
        check(blob.getInt(end) == checksum(blob.slice(0, end)) && blob.getInt(end + 4) == size
                && blob.getInt(end + 8) == END_MAGIC, DAMAGED);
        return blob.slice(BLOB_START, size);
    }

    private static int checksum(ByteBuffer bytes) {
        Adler32 sum = new Adler32();
        sum.update(bytes);
        return (int) sum.getValue();
    }

    private ByteBuffer bytes(long from, int length) {
        return this.bytes.bytes(from, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static long blocks(int count) {
        return Integer.toUnsignedLong(count) * BLOCK;
    }

    private static int magic(String text) {
        return text.charAt(0) | text.charAt(1) << 8 | text.charAt(2) << 16 | text.charAt(3) << 24;
    }
}
