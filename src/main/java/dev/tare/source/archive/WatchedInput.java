package dev.tare.source.archive;

import java.io.IOException;
import java.io.InputStream;

import dev.tare.archive.tar.BulkInput;
import dev.tare.image.InvalidImageException;
import org.jspecify.annotations.Nullable;

/** Remembers a failure of the archive itself, separate from failures of the layer inside it. */
final class WatchedInput extends BulkInput {

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
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return this.in.read(bytes, offset, length);
        } catch (InvalidImageException ex) {
            this.failure = ex;
            throw ex;
        }
    }
}
