package dev.tare.source;

import java.io.IOException;
import java.io.InputStream;

import dev.tare.image.InvalidImageException;
import org.jspecify.annotations.Nullable;

/** Tells whether it was the archive itself that could not be read, and not the layer inside it. */
final class WatchedInput extends InputStream {

    private final InputStream in;

    private @Nullable InvalidImageException failure;

    WatchedInput(InputStream in) {
        this.in = in;
    }

    void throwFailure() {
        if (this.failure != null) {
            throw this.failure;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return this.in.read(bytes, offset, length);
        } catch (InvalidImageException ex) {
            this.failure = ex;
            throw ex;
        }
    }
}
