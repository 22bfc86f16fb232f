package dev.tare.archive.tar;

import java.io.IOException;

/** The stored bytes of one entry, and no more. Closing it does nothing. */
final class EntryContent extends BulkInput {

    private final TarInput in;

    private final long padding;

    private long remaining;

    EntryContent(TarInput in, long size) {
        this.in = in;
        this.remaining = size;
        this.padding = -size & (TarHeader.BLOCK - 1);
    }

    long remaining() {
        return this.remaining;
    }

    /** Leaves the tar at the next header. */
    void skipRest() throws IOException {
        this.in.skipFully(this.remaining);
        this.remaining = 0;
        this.in.skipPadding(this.padding);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (this.remaining == 0) {
            return -1;
        }
        int count = this.in.read(bytes, offset, (int) Math.min(length, this.remaining));
        this.remaining -= count;
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = Math.clamp(count, 0, this.remaining);
        this.in.skipFully(skipped);
        this.remaining -= skipped;
        return skipped;
    }
}
