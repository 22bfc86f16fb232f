package dev.tare.catalog;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Remembers whether a read failed, because readers of archives report every failure as one of the archive. */
final class WatchedStream extends FilterInputStream {

    private volatile boolean failed;

    WatchedStream(InputStream stream) {
        super(stream);
    }

    /** Whether a read failed. */
    boolean hasFailed() {
        return this.failed;
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException ex) {
            this.failed = true;
            throw ex;
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException ex) {
            this.failed = true;
            throw ex;
        }
    }

    @Override
    public long skip(long count) throws IOException {
        try {
            return super.skip(count);
        } catch (IOException ex) {
            this.failed = true;
            throw ex;
        }
    }
}
