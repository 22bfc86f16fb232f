package dev.tare.content;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;

/** Reads SQLite databases in memory. */
public final class Sqlite {

    private Sqlite() {}

    /**
     * Passes on one column of each row of a table. A value that is neither a blob nor a text is empty.
     *
     * @param chunks of the whole database, from {@link LargeContent}
     * @param column the first is 0
     * @throws UnreadableDatabaseException if the table does not exist, or the database is damaged
     */
    public static void readBlobs(List<byte[]> chunks, String table, int column, Consumer<ByteBuffer> action) {
        SqliteTable.read(SqlitePages.of(chunks), table, row -> action.accept(row.bytes(column)));
    }
}
