package dev.tare.content;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.List;

/**
 * Passes all bytes that are read or skipped to observers. Closing does nothing. An interrupt ends the stream, even in a
 * hole of a sparse file.
 */
public final class ObservedStream extends FilterInputStream {

    private final List<ContentObserver> observers;

    public ObservedStream(InputStream in, List<ContentObserver> observers) {
        super(in);
        this.observers = observers;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            show(new byte[] { (byte) value }, 0, 1);
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
            show(bytes, offset, count);
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
        // The tar continues after this entry.
    }

    private void show(byte[] bytes, int offset, int count) {
        for (ContentObserver observer : this.observers) {
            observer.update(bytes, offset, count);
        }
    }

    /** Receives all bytes of a file's content as they stream by to their reader. */
    public interface ContentObserver {

        void update(byte[] bytes, int offset, int length);
    }
}
