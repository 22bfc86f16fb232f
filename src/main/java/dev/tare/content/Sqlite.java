package dev.tare.content;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;

/** Reads SQLite databases in memory. */
public final class Sqlite {

    private Sqlite() {}

    /**
     * Gives out one column of each row of a table; a column that holds no blob and no text is empty.
     *
     * @param chunks of the whole database, as {@link LargeContent} reads it
     * @param column the first is 0
     * @throws UnreadableDatabaseException if there is no such table, or the database is damaged
     */
    public static void readBlobs(List<byte[]> chunks, String table, int column, Consumer<ByteBuffer> action) {
        SqliteTable.read(SqlitePages.of(chunks), table, row -> action.accept(row.bytes(column)));
    }
}
