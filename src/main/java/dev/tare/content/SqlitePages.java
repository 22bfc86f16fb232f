package dev.tare.content;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The pages of an SQLite database in memory. Each page belongs to one tree or one chain, so each is returned only once.
 * This ends circles of pages, and bounds the time by the size of the file.
 *
 * @see <a href="https://www.sqlite.org/fileformat2.html#the_database_header">SQLite file format, database header</a>
 */
final class SqlitePages {

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.ISO_8859_1);

    private static final int HEADER_SIZE = 100;

    private static final int SMALLEST_PAGE = 512;

    private static final int LARGEST_PAGE = 65536;

    /** SQLite keeps at least this many bytes of each page usable. */
    private static final int SMALLEST_USABLE = 480;

    private static final int UTF_8 = 1;

    /** A multiple of all page sizes, so that no page spans two chunks. */
    private static final int CHUNK = LargeContent.CHUNK;

    private final List<byte[]> chunks;

    private final BitSet handedOut = new BitSet();

    private final long size;

    private final int pageSize;

    private final int usable;

    private SqlitePages(List<byte[]> chunks) {
        this.chunks = chunks;
        this.size = chunks.stream().mapToLong(chunk -> chunk.length).sum();
        if (this.size < HEADER_SIZE
                || !Arrays.equals(this.chunks.getFirst(), 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new UnreadableDatabaseException("it is not an SQLite database");
        }
        ByteBuffer header = ByteBuffer.wrap(this.chunks.getFirst());
        this.pageSize = pageSize(Short.toUnsignedInt(header.getShort(16)));
        this.usable = this.pageSize - Byte.toUnsignedInt(header.get(20));
        if (this.usable < SMALLEST_USABLE || header.getInt(56) > UTF_8) {
            throw new UnreadableDatabaseException("its SQLite header has values that rpm does not write");
        }
    }

    /** The pages of a whole database. */
    static SqlitePages of(List<byte[]> chunks) {
        return new SqlitePages(chunks);
    }

    /** The size of the file in bytes. */
    long size() {
        return this.size;
    }

    /** The bytes of each page that are usable for content. */
    int usable() {
        return this.usable;
    }

    /** The offset of the content in a page. The first page begins with the header of the file. */
    static int startOf(long number) {
        return number == 1 ? HEADER_SIZE : 0;
    }

    /** A page by its number. The first is 1. */
    ByteBuffer page(long number) {
        long at = (number - 1) * this.pageSize;
        if (number < 1 || at + this.pageSize > this.size || this.handedOut.get((int) number)) {
            throw new UnreadableDatabaseException("its pages are damaged");
        }
        this.handedOut.set((int) number);
        return ByteBuffer.wrap(this.chunks.get((int) (at / CHUNK)), (int) (at % CHUNK), this.pageSize).slice();
    }

    private static int pageSize(int stated) {
        int size = stated == 1 ? LARGEST_PAGE : stated;
        if (size < SMALLEST_PAGE || Integer.bitCount(size) != 1) {
            throw new UnreadableDatabaseException("its SQLite page size of " + size + " is invalid");
        }
        return size;
    }
}
