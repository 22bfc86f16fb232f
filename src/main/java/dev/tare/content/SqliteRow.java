package dev.tare.content;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One row of an SQLite table.
 *
 * @see <a href="https://www.sqlite.org/fileformat2.html#record_format">SQLite file format, record format</a>
 */
final class SqliteRow {

    private static final int MAX_COLUMNS = 32;

    private static final int FIRST_BLOB = 12;

    private static final int[] NUMBER_SIZES = { 0, 1, 2, 3, 4, 6, 8, 8, 0, 0 };

    private final List<Column> columns;

    private SqliteRow(List<Column> columns) {
        this.columns = columns;
    }

    static SqliteRow parse(byte[] payload) {
        ByteBuffer header = ByteBuffer.wrap(payload);
        long at = varint(header);
        header.limit(Math.clamp(at, 0, payload.length));
        List<Column> columns = new ArrayList<>();
        while (header.hasRemaining() && columns.size() < MAX_COLUMNS) {
            long type = varint(header);
            long size = sizeOf(type);
            if (at + size > payload.length) {
                throw new UnreadableDatabaseException("a row is damaged");
            }
            columns.add(new Column(type, ByteBuffer.wrap(payload, (int) at, (int) size).slice()));
            at += size;
        }
        return new SqliteRow(columns);
    }

    /** An integer of up to nine bytes, seven bits per byte and eight in the last, the most significant first. */
    static long varint(ByteBuffer in) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            byte next = in.get();
            value = (value << 7) | (next & 0x7f);
            if (next >= 0) {
                return value;
            }
        }
        return (value << 8) | Byte.toUnsignedInt(in.get());
    }

    /** The bytes of a column; empty if it is neither a blob nor a text. */
    ByteBuffer bytes(int column) {
        Column found = column(column);
        return found.type < FIRST_BLOB ? ByteBuffer.allocate(0) : found.content;
    }

    String text(int column) {
        return StandardCharsets.UTF_8.decode(bytes(column).duplicate()).toString();
    }

    long number(int column) {
        Column found = column(column);
        if (found.type >= FIRST_BLOB || found.content.remaining() == 0) {
            return found.type == 9 ? 1 : 0;
        }
        long value = found.content.get(0);
        for (int i = 1; i < found.content.remaining(); i++) {
            value = (value << Byte.SIZE) | Byte.toUnsignedInt(found.content.get(i));
        }
        return value;
    }

    private Column column(int index) {
        if (index >= this.columns.size()) {
            throw new UnreadableDatabaseException("a row has too few columns");
        }
        return this.columns.get(index);
    }

    private static long sizeOf(long type) {
        if (type < 0 || type == 10 || type == 11) {
            throw new UnreadableDatabaseException("a row is damaged");
        }
        return type < NUMBER_SIZES.length ? NUMBER_SIZES[(int) type] : (type - FIRST_BLOB) / 2;
    }

    private record Column(long type, ByteBuffer content) {}
}
