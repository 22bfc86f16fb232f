package dev.tare.archive.io;

import java.io.IOException;
import java.io.InputStream;

/** Passes on bytes as long as the guard has room for them. */
public final class GuardedInput extends BulkInput {

    private final InputStream in;

    private final SizeGuard guard;

    public GuardedInput(InputStream in, SizeGuard guard) {
        this.in = in;
        this.guard = guard;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = this.in.read(bytes, offset, length);
        this.guard.take(Math.max(count, 0));
        return count;
    }
}
