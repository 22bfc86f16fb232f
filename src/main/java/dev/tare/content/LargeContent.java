package dev.tare.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import dev.tare.limits.Deadline;

/**
 * Reads files that must be in memory as a whole. All inspections share a part of the heap for such files, and a slow
 * one does not delay the others. Parsing them takes more memory, so only one is parsed at a time.
 */
public final class LargeContent {

    /** The size of a chunk. The last chunk may be shorter. */
    static final int CHUNK = 1 << 16;

    private static final int SMALL = 1 << 20;

    private static final int SHARE_OF_HEAP = 8;

    private static final LargeContent SHARED =
            new LargeContent(new SharedMemory(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP));

    private final SharedMemory memory;

    private final Lock turn = new ReentrantLock(true);

    LargeContent(SharedMemory memory) {
        this.memory = memory;
    }

    /**
     * Reads a file of a given size to its end, and parses its chunks.
     *
     * @throws dev.tare.limits.LimitExceededException if the wait for memory or for the turn exceeds the deadline
     */
    public static <T> T read(InputStream content, long size, Deadline deadline, Reading<T> reading) throws IOException {
        return SHARED.readInTurn(content, size, deadline, reading);
    }

    <T> T readInTurn(InputStream content, long size, Deadline deadline, Reading<T> reading) throws IOException {
        try (SharedMemory.Share share = this.memory.share()) {
            if (size <= SMALL) {
                return reading.read(chunks(content, bytes -> {}));
            }
            List<byte[]> chunks = chunks(content, bytes -> share.take(bytes, deadline));
            deadline.lock(this.turn);
            try {
                return reading.read(chunks);
            } finally {
                this.turn.unlock();
            }
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Reading was interrupted");
        }
    }

    private static List<byte[]> chunks(InputStream content, Taking taking) throws IOException, InterruptedException {
        List<byte[]> chunks = new ArrayList<>();
        byte[] chunk;
        do {
            chunk = content.readNBytes(CHUNK);
            taking.take(chunk.length);
            chunks.add(chunk);
        } while (chunk.length == CHUNK);
        return chunks;
    }

    /** Parses the file while it is in memory. The reading may empty the list. */
    @FunctionalInterface
    public interface Reading<T> {

        public T read(List<byte[]> chunks) throws IOException;
    }

    @FunctionalInterface
    private interface Taking {

        void take(long bytes) throws InterruptedException;
    }
}
