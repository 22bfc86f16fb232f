package dev.tare.archive;

import java.io.IOException;
import java.io.InputStream;

/** A stream whose first bytes were inspected, and are read again. Closing does nothing. */
final class PeekedInput extends InputStream {

    private final byte[] head;

    private final InputStream rest;

    private int position;

    private PeekedInput(byte[] head, InputStream rest) {
        this.head = head;
        this.rest = rest;
    }

    static PeekedInput of(InputStream in, int length) throws IOException {
        return new PeekedInput(in.readNBytes(length), in);
    }

    byte[] head() {
        return this.head;
    }

    @Override
    public int read() throws IOException {
        return this.position < this.head.length ? this.head[this.position++] & 0xff : this.rest.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (this.position == this.head.length) {
            return this.rest.read(bytes, offset, length);
        }
        int count = Math.min(length, this.head.length - this.position);
        System.arraycopy(this.head, this.position, bytes, offset, count);
        this.position += count;
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        if (this.position == this.head.length) {
            return this.rest.skip(count);
        }
        int skipped = Math.clamp(count, 0, this.head.length - this.position);
        this.position += skipped;
        return skipped;
    }
}
