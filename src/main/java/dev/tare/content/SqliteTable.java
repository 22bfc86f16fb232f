package dev.tare.content;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Reads the rows of one table of an SQLite database, which is a b-tree of pages.
 *
 * @see <a href="https://www.sqlite.org/fileformat2.html#b_tree_pages">SQLite file format, b-tree pages</a>
 */
final class SqliteTable {

    private static final int SCHEMA_ROOT = 1;

    private static final int INTERIOR = 0x05;

    private static final int LEAF = 0x0d;

    private static final int INTERIOR_HEADER = 12;

    private static final int LEAF_HEADER = 8;

    private static final int SMALLEST_CELL = 4;

    /** An offset of zero means the end of the largest page. */
    private static final int LARGEST_OFFSET = 65536;

    /**
     * The maximum size of a row. Packages with tens of thousands of files have rows of a tenth of it in rpm's database.
     */
    private static final long MAX_ROW = 32L << 20;

    private final SqlitePages pages;

    private final Consumer<SqliteRow> rows;

    private final Deque<Long> ahead = new ArrayDeque<>();

    private boolean isComplete = true;

    private SqliteTable(SqlitePages pages, Consumer<SqliteRow> rows) {
        this.pages = pages;
        this.rows = rows;
    }

    /**
     * Reads a table row by row.
     *
     * @return whether the cells of each page fill its space in use
     * @throws UnreadableDatabaseException if the table does not exist, or the database is damaged
     */
    static boolean read(SqlitePages pages, String table, Consumer<SqliteRow> rows) {
        try {
            long[] root = new long[1];
            new SqliteTable(pages, row -> {
                if (row.text(0).equals("table") && row.text(1).equals(table)) {
                    root[0] = row.number(3);
                }
            }).read(SCHEMA_ROOT);
            if (root[0] <= SCHEMA_ROOT) {
                throw new UnreadableDatabaseException("it has no table \"" + table + "\"");
            }
            SqliteTable found = new SqliteTable(pages, rows);
            found.read(root[0]);
            return found.isComplete;
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException ex) {
            throw damaged();
        }
    }

    private void read(long root) {
        this.ahead.push(root);
        while (!this.ahead.isEmpty()) {
            long number = this.ahead.pop();
            readPage(this.pages.page(number), SqlitePages.startOf(number));
        }
    }

    private void readPage(ByteBuffer page, int start) {
        int cells = Short.toUnsignedInt(page.getShort(start + 3));
        int used = switch (page.get(start)) {
            case INTERIOR -> readInterior(page, start, cells);
            case LEAF -> readLeaf(page, start + LEAF_HEADER, cells);
            default -> throw damaged();
        };
        this.isComplete &= used + unused(page, start) == this.pages.usable();
    }

    /** The bytes of the cells, each with the number of a page and a key. */
    private int readInterior(ByteBuffer page, int start, int cells) {
        int used = 0;
        this.ahead.push(Integer.toUnsignedLong(page.getInt(start + 8)));
        for (int i = cells - 1; i >= 0; i--) {
            int cell = cellAt(page, start + INTERIOR_HEADER, i);
            page.position(cell);
            this.ahead.push(Integer.toUnsignedLong(page.getInt()));
            SqliteRow.varint(page);
            used += page.position() - cell;
        }
        return used;
    }

    /** The bytes of the cells. Cells do not overlap. Otherwise a page could hold many times its size. */
    private int readLeaf(ByteBuffer page, int pointers, int cells) {
        int used = 0;
        for (int i = 0; i < cells; i++) {
            page.position(cellAt(page, pointers, i));
            int before = page.position();
            this.rows.accept(SqliteRow.parse(payload(page)));
            used += Math.max(SMALLEST_CELL, page.position() - before);
            if (used > this.pages.usable()) {
                throw damaged();
            }
        }
        return used;
    }

    /** The bytes before the cells, those of free blocks, which have ascending offsets, and those of smaller gaps. */
    private static int unused(ByteBuffer page, int start) {
        int content = Short.toUnsignedInt(page.getShort(start + 5));
        int unused = (content == 0 ? LARGEST_OFFSET : content) + Byte.toUnsignedInt(page.get(start + 7));
        int before = 0;
        for (int block = Short.toUnsignedInt(page.getShort(start + 1)); block > before;) {
            unused += Short.toUnsignedInt(page.getShort(block + Short.BYTES));
            before = block;
            block = Short.toUnsignedInt(page.getShort(block));
        }
        return unused;
    }

    private static UnreadableDatabaseException damaged() {
        return new UnreadableDatabaseException("its pages are damaged");
    }

    private static int cellAt(ByteBuffer page, int pointers, int index) {
        return Short.toUnsignedInt(page.getShort(pointers + index * Short.BYTES));
    }

    /** The bytes of a row. The part that does not fit into the page is in a chain of other pages. */
    private byte[] payload(ByteBuffer cell) {
        long size = SqliteRow.varint(cell);
        SqliteRow.varint(cell);
        if (size < 0 || size > Math.min(this.pages.size(), MAX_ROW)) {
            throw new UnreadableDatabaseException("a row is larger than the rows that rpm writes");
        }
        byte[] payload = new byte[(int) size];
        int local = local((int) size);
        cell.get(payload, 0, local);
        long next = local < size ? Integer.toUnsignedLong(cell.getInt()) : 0;
        for (int at = local; at < size;) {
            ByteBuffer overflow = this.pages.page(next);
            next = Integer.toUnsignedLong(overflow.getInt());
            int count = Math.min((int) size - at, this.pages.usable() - Integer.BYTES);
            overflow.get(payload, at, count);
            at += count;
        }
        return payload;
    }

    /** The number of bytes of a row in its own page, by the formula of the format. */
    private int local(int size) {
        int usable = this.pages.usable();
        int most = usable - 35;
        if (size <= most) {
            return size;
        }
        int least = (usable - 12) * 32 / 255 - 23;
        int kept = least + (size - least) % (usable - 4);
        return kept <= most ? kept : least;
    }
}
