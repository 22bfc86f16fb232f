package dev.tare.content;

import java.nio.ByteBuffer;
import java.util.List;

/** The bytes of a file in memory, in the chunks of {@link LargeContent}. */
public final class Chunks {

    private final List<byte[]> chunks;

    private final long size;

    private Chunks(List<byte[]> chunks) {
        this.chunks = chunks;
        this.size = chunks.stream().mapToLong(chunk -> chunk.length).sum();
    }

    /** @param chunks of the whole file; all but the last have the same size */
    public static Chunks of(List<byte[]> chunks) {
        return new Chunks(chunks);
    }

    /** The size of the file in bytes. */
    public long size() {
        return this.size;
    }

    /**
     * A part of the file. It is a copy only if it spans several chunks.
     *
     * @throws UnreadableDatabaseException if the file does not have all of these bytes
     */
    public ByteBuffer bytes(long from, int length) {
        if (from < 0 || length < 1 || from > this.size - length) {
            throw new UnreadableDatabaseException("it is damaged or truncated");
        }
        int at = (int) (from % LargeContent.CHUNK);
        if (at + length <= LargeContent.CHUNK) {
            return ByteBuffer.wrap(chunk(from), at, length).slice();
        }
        ByteBuffer copy = ByteBuffer.allocate(length);
        for (long next = from; copy.hasRemaining(); next += LargeContent.CHUNK - at, at = 0) {
            copy.put(chunk(next), at, Math.min(copy.remaining(), LargeContent.CHUNK - at));
        }
        return copy.flip();
    }

    private byte[] chunk(long at) {
        return this.chunks.get((int) (at / LargeContent.CHUNK));
    }
}
