package dev.tare.archive;

import java.io.IOException;
import java.io.InputStream;

/** Passes on bytes as long as the guard has room for them. */
final class GuardedInput extends InputStream {

    private final InputStream in;

    private final SizeGuard guard;

    GuardedInput(InputStream in, SizeGuard guard) {
        this.in = in;
        this.guard = guard;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = this.in.read(bytes, offset, length);
        this.guard.take(Math.max(count, 0));
        return count;
    }
}
