package dev.tare.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;

import dev.tare.archive.io.BulkInput;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream on a thread of its own, a few blocks ahead, as soon as there is a processor for it; until then on the
 * thread of the reader. It gives the same bytes and then the same failure either way. Close it before the stream
 * it reads from, which stays open.
 */
final class AheadInput extends BulkInput {

    private static final int BLOCK_SIZE = 128 * 1024;

    private static final int BLOCKS = 4;

    private final InputStream in;

    private final Semaphore idleProcessors;

    /** Those to be filled; as many as there are fit into either queue, so that none ever waits to put one. */
    private final BlockingQueue<Block> empty = new ArrayBlockingQueue<>(BLOCKS);

    private final BlockingQueue<Block> filled = new ArrayBlockingQueue<>(BLOCKS);

    private @Nullable Thread thread;

    private @Nullable Block current;

    private volatile boolean closed;

    /**
     * @param idleProcessors one for each idle processor; one is taken while a thread reads ahead
     */
    AheadInput(InputStream in, Semaphore idleProcessors) {
        this.in = in;
        this.idleProcessors = idleProcessors;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (this.thread == null && !this.idleProcessors.tryAcquire()) {
            return this.in.read(bytes, offset, length);
        }
        if (this.thread == null) {
            start();
        }
        return next().read(bytes, offset, length);
    }

    /** Ends reading ahead. An interrupt would not do, for it closes the file for others that read it. */
    @Override
    public void close() {
        Thread started = this.thread;
        if (started == null || this.closed) {
            return;
        }
        this.closed = true;
        this.empty.clear();
        this.empty.add(new Block());
        join(started);
        this.idleProcessors.release();
    }

    private void start() {
        for (int i = 0; i < BLOCKS; i++) {
            this.empty.add(new Block());
        }
        this.thread = Thread.ofPlatform().daemon().name("layers-ahead").start(this::readAhead);
    }

    private void readAhead() {
        try {
            boolean more = true;
            while (more) {
                Block block = this.empty.take();
                if (this.closed) {
                    return;
                }
                more = block.fill(this.in);
                this.filled.add(block);
            }
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    /** The block with the bytes that come next; the last one, at the end or with the failure, stays. */
    private Block next() throws IOException {
        if (this.current != null && this.current.isUsedUp()) {
            this.empty.add(this.current);
            this.current = null;
        }
        if (this.current == null) {
            this.current = take();
        }
        return this.current;
    }

    private Block take() throws IOException {
        try {
            return this.filled.take();
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("Reading was interrupted");
            interrupted.initCause(ex);
            throw interrupted;
        }
    }

    /** It ends with the block that it fills just now, so an interrupt may wait. */
    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException ex) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The result of one read of the stream: bytes, its end or a failure. */
    private static final class Block {

        private final byte[] bytes = new byte[BLOCK_SIZE];

        private int position;

        private int limit;

        private @Nullable Throwable failure;

        /** Returns whether more may follow. */
        boolean fill(InputStream in) {
            this.position = 0;
            this.limit = 0;
            try {
                this.limit = in.read(this.bytes);
            } catch (Throwable ex) {
                this.failure = ex;
            }
            return this.limit >= 0 && this.failure == null;
        }

        boolean isUsedUp() {
            return this.failure == null && this.limit >= 0 && this.position == this.limit;
        }

        int read(byte[] bytes, int offset, int length) throws IOException {
            if (this.failure != null) {
                throw unchecked(this.failure);
            }
            if (this.limit < 0) {
                return -1;
            }
            int count = Math.min(length, this.limit - this.position);
            System.arraycopy(this.bytes, this.position, bytes, offset, count);
            this.position += count;
            return count;
        }

        private static IOException unchecked(Throwable failure) {
            return switch (failure) {
                case IOException ex -> ex;
                case RuntimeException ex -> throw ex;
                case Error ex -> throw ex;
                default -> new IOException(failure);
            };
        }
    }
}
