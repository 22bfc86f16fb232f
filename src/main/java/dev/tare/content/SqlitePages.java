package dev.tare.content;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The pages of an SQLite database in memory.
 *
 * @see <a href="https://www.sqlite.org/fileformat2.html#the_database_header">SQLite file format, database header</a>
 */
final class SqlitePages {

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.ISO_8859_1);

    private static final int HEADER_SIZE = 100;

    private static final int LARGEST_PAGE = 65536;

    /** SQLite keeps at least this many bytes of each page usable. */
    private static final int SMALLEST_USABLE = 480;

    private static final int UTF_8 = 1;

    private final Pages pages;

    private final long size;

    private final int usable;

    private SqlitePages(Chunks bytes) {
        this.size = bytes.size();
        if (this.size < HEADER_SIZE || !bytes.bytes(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
            throw new UnreadableDatabaseException("it is not an SQLite database");
        }
        ByteBuffer header = bytes.bytes(0, HEADER_SIZE);
        int pageSize = Short.toUnsignedInt(header.getShort(16));
        this.pages = Pages.of(bytes, pageSize == 1 ? LARGEST_PAGE : pageSize);
        this.usable = this.pages.pageSize() - Byte.toUnsignedInt(header.get(20));
        if (this.usable < SMALLEST_USABLE || header.getInt(56) > UTF_8) {
            throw new UnreadableDatabaseException("its SQLite header has values that rpm does not write");
        }
    }

    /** The pages of a whole database. */
    static SqlitePages of(Chunks bytes) {
        return new SqlitePages(bytes);
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
        return this.pages.page(number - 1);
    }
}
