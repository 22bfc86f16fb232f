package dev.tare.content;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Reads SQLite databases in memory. */
public final class Sqlite {

    private Sqlite() {}

    /**
     * Passes on one column of each row of a table. A value that is neither a blob nor a text is empty.
     *
     * @param bytes  of the whole database
     * @param column the first is 0
     * @return whether the pages have all of their rows. In a damaged page, the rows do not fill the space in use.
     * @throws UnreadableDatabaseException if the table does not exist, or the database is damaged
     */
    public static boolean readBlobs(Chunks bytes, String table, int column, Consumer<ByteBuffer> action) {
        return SqliteTable.read(SqlitePages.of(bytes), table, row -> action.accept(row.bytes(column)));
    }
}
