package dev.tare.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

import dev.tare.limits.Deadline;

/**
 * Reads in large blocks and returns small pieces, because digests and inflaters are slow on small pieces. Closing does
 * nothing. An interrupt or the deadline ends it.
 */
final class BlockInput extends InputStream {

    private static final int BLOCK_SIZE = 64 * 1024;

    private final InputStream in;

    private final Deadline deadline;

    private final byte[] block = new byte[BLOCK_SIZE];

    private int position;

    private int limit;

    BlockInput(InputStream in, Deadline deadline) {
        this.in = in;
        this.deadline = deadline;
    }

    @Override
    public int read() throws IOException {
        return this.position < this.limit || fill() ? this.block[this.position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (this.position == this.limit && !fill()) {
            return -1;
        }
        int count = Math.min(length, this.limit - this.position);
        System.arraycopy(this.block, this.position, bytes, offset, count);
        this.position += count;
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        if (count <= 0 || (this.position == this.limit && !fill())) {
            return 0;
        }
        int skipped = (int) Math.min(count, this.limit - this.position);
        this.position += skipped;
        return skipped;
    }

    void drain() throws IOException {
        this.position = this.limit;
        while (fill()) {
            this.position = this.limit;
        }
    }

    private boolean fill() throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("Reading was interrupted");
        }
        this.deadline.check();
        this.position = 0;
        this.limit = Math.max(this.in.read(this.block, 0, this.block.length), 0);
        return this.limit > 0;
    }
}
