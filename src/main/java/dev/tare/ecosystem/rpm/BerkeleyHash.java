package dev.tare.ecosystem.rpm;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

import dev.tare.content.Chunks;
import dev.tare.content.Pages;
import dev.tare.content.UnreadableDatabaseException;

import static dev.tare.content.UnreadableDatabaseException.check;

/**
 * Reads the values of a Berkeley DB hash, the form of rpm's database before 4.16. Each bucket is a chain of pages, and a
 * value that does not fit into its page is in a chain of overflow pages. The byte order is that of the machine that
 * created the database.
 *
 * @see <a href="https://github.com/berkeleydb/libdb/blob/master/src/dbinc/db_page.h">Pages of Berkeley DB</a>
 */
final class BerkeleyHash {

    private static final String DAMAGED = "its pages are damaged";

    /** The part of the first page with the metadata. */
    private static final int METADATA_SIZE = 512;

    private static final int MAGIC_AT = 12;

    private static final int HASH = 0x061561;

    private static final int BTREE = 0x053162;

    private static final int QUEUE = 0x042253;

    private static final int HEAP = 0x074582;

    private static final int FIRST_VERSION = 8;

    private static final int LAST_VERSION = 10;

    private static final int CHECKSUMS = 1;

    private static final int SPARES_AT = 96;

    private static final int PAGE_HEADER = 26;

    private static final int UNSORTED_PAGE = 2;

    private static final int OVERFLOW_PAGE = 7;

    private static final int SORTED_PAGE = 13;

    /** The type of an item whose content follows. */
    private static final int IN_PAGE = 1;

    /** The type of an item whose content is in overflow pages. */
    private static final int IN_OVERFLOW = 3;

    private static final int OVERFLOW_ITEM_SIZE = 12;

    /** The record with the number of the next package has this key. */
    private static final int COUNTER = 0;

    private final ByteBuffer metadata;

    private final Pages pages;

    private final Consumer<ByteBuffer> values;

    private long records;

    private long packages;

    private BerkeleyHash(ByteBuffer metadata, Pages pages, Consumer<ByteBuffer> values) {
        this.metadata = metadata;
        this.pages = pages;
        this.values = values;
    }

    /**
     * Passes on the value of each record that has a package.
     *
     * @return whether it found as many records as the database states. A database that was not closed may state fewer
     *         than it has, so only missing ones count.
     * @throws UnreadableDatabaseException if the file is damaged, or not a database of this kind
     */
    static boolean readValues(Chunks bytes, Consumer<ByteBuffer> values) {
        try {
            ByteBuffer metadata = metadata(bytes);
            return new BerkeleyHash(metadata, Pages.of(bytes, metadata.getInt(20)), values).read();
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException ex) {
            throw new UnreadableDatabaseException(DAMAGED);
        }
    }

    private static ByteBuffer metadata(Chunks bytes) {
        if (bytes.size() < METADATA_SIZE) {
            throw new UnreadableDatabaseException("it is not a Berkeley database");
        }
        ByteBuffer metadata = bytes.bytes(0, METADATA_SIZE);
        metadata.order(isKnown(metadata.getInt(MAGIC_AT)) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        if (!isKnown(metadata.getInt(MAGIC_AT))) {
            throw new UnreadableDatabaseException("it is not a Berkeley database");
        }
        if (metadata.getInt(MAGIC_AT) != HASH) {
            throw new UnreadableDatabaseException("it is a Berkeley database, but not a hash as rpm writes it");
        }
        int version = metadata.getInt(16);
        if (version < FIRST_VERSION || version > LAST_VERSION) {
            throw new UnreadableDatabaseException("it is a Berkeley database with the unknown version "
                    + Integer.toUnsignedString(version));
        }
        if (metadata.get(24) != 0) {
            throw new UnreadableDatabaseException("it is encrypted");
        }
        if ((metadata.get(26) & CHECKSUMS) != 0) {
            throw new UnreadableDatabaseException("its pages have checksums, which rpm does not write");
        }
        return metadata;
    }

    private static boolean isKnown(int magic) {
        return magic == HASH || magic == BTREE || magic == QUEUE || magic == HEAP;
    }

    private boolean read() {
        long buckets = 1 + Integer.toUnsignedLong(this.metadata.getInt(72));
        for (long bucket = 0; bucket < buckets; bucket++) {
            long number = firstPage(bucket);
            do {
                ByteBuffer page = page(number);
                readBucket(page);
                number = next(page);
            } while (number != 0);
        }
        long stated = Integer.toUnsignedLong(this.metadata.getInt(88));
        check(this.packages > 0 || stated <= 1, DAMAGED);
        return this.records >= stated;
    }

    /** Each doubling of the buckets has its own range of pages. */
    private long firstPage(long bucket) {
        int doubling = Long.SIZE - Long.numberOfLeadingZeros(bucket);
        return bucket + Integer.toUnsignedLong(this.metadata.getInt(SPARES_AT + doubling * Integer.BYTES));
    }

    /** Keys and values alternate. The first one is at the end of the page, and each other one before its predecessor. */
    private void readBucket(ByteBuffer page) {
        int type = page.get(25);
        check(type == SORTED_PAGE || type == UNSORTED_PAGE, DAMAGED);
        int items = unsignedShort(page, 20);
        check(items % 2 == 0, DAMAGED);
        int end = page.limit();
        for (int i = 0; i < items; i += 2) {
            int key = unsignedShort(page, PAGE_HEADER + i * Short.BYTES);
            int value = unsignedShort(page, PAGE_HEADER + (i + 1) * Short.BYTES);
            check(PAGE_HEADER + items * Short.BYTES <= value && value < key, DAMAGED);
            check(key + 1 + Integer.BYTES == end && page.get(key) == IN_PAGE, DAMAGED);
            this.records++;
            if (page.getInt(key + 1) != COUNTER) {
                this.packages++;
                this.values.accept(value(page, value, key - value));
            }
            end = value;
        }
    }

    private ByteBuffer value(ByteBuffer page, int at, int size) {
        if (page.get(at) == IN_PAGE) {
            return page.slice(at + 1, size - 1);
        }
        check(page.get(at) == IN_OVERFLOW && size == OVERFLOW_ITEM_SIZE, DAMAGED);
        return overflow(Integer.toUnsignedLong(page.getInt(at + 4)), page.getInt(at + 8));
    }

    private ByteBuffer overflow(long first, int size) {
        check(size > 0 && size <= RpmHeader.MAX_SIZE, DAMAGED);
        ByteBuffer value = ByteBuffer.allocate(size);
        for (long number = first; number != 0;) {
            ByteBuffer page = page(number);
            int length = unsignedShort(page, 22);
            check(page.get(25) == OVERFLOW_PAGE && length > 0 && length <= value.remaining(), DAMAGED);
            value.put(page.slice(PAGE_HEADER, length));
            number = next(page);
        }
        check(!value.hasRemaining(), DAMAGED);
        return value.flip();
    }

    /** Each page has its own number. */
    private ByteBuffer page(long number) {
        ByteBuffer page = this.pages.page(number).order(this.metadata.order());
        check(Integer.toUnsignedLong(page.getInt(8)) == number, DAMAGED);
        return page;
    }

    private static long next(ByteBuffer page) {
        return Integer.toUnsignedLong(page.getInt(16));
    }

    private static int unsignedShort(ByteBuffer page, int at) {
        return Short.toUnsignedInt(page.getShort(at));
    }
}
