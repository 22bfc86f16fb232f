package dev.tare.inspection;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.security.MessageDigest;

/** Feeds a digest with all that is read, and reads what is skipped. Closing it does nothing; an interrupt ends
 * it, also in the hole of a sparse file, behind which nothing is read. */
final class DigestingStream extends FilterInputStream {

    private final MessageDigest digest;

    DigestingStream(InputStream in, MessageDigest digest) {
        super(in);
        this.digest = digest;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            this.digest.update((byte) value);
        }
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("Reading was interrupted");
        }
        int count = super.read(bytes, offset, length);
        if (count > 0) {
            this.digest.update(bytes, offset, count);
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes(Math.clamp(count, 0, 8192)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() {
        // The tar goes on behind this entry.
    }
}
