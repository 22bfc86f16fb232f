package dev.tare.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;

import dev.tare.archive.tar.BulkInput;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream a few blocks ahead on its own thread, as soon as a processor is idle, and on the thread of the reader
 * until then. The bytes and a failure are the same either way. Close it before the stream that it reads from, which
 * stays open.
 */
final class AheadInput extends BulkInput {

    private static final int BLOCK_SIZE = 128 * 1024;

    private static final int BLOCKS = 4;

    private final InputStream in;

    private final Semaphore idleProcessors;

    /** Empty blocks. All blocks fit into either queue, so no thread waits to put one. */
    private final BlockingQueue<Block> empty = new ArrayBlockingQueue<>(BLOCKS);

    private final BlockingQueue<Block> filled = new ArrayBlockingQueue<>(BLOCKS);

    private @Nullable Thread thread;

    private @Nullable Block current;

    private volatile boolean closed;

    /** @param idleProcessors one permit for each idle processor; a thread takes one while it reads ahead */
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

    /** Stops reading ahead. An interrupt would close the file for its other readers. */
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

    /** The block with the next bytes. The last block, with the end or the failure, stays. */
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

    /** The thread ends after its current block, so an interrupt may wait. */
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
