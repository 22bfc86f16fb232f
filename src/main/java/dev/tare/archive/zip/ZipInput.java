package dev.tare.archive.zip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** A stream of a zip with a buffer for the longest header, or for the end of the zip. */
final class ZipInput {

    private static final int BUFFER_SIZE = 1 << 18;

    private final InputStream in;

    private final byte[] buffer = new byte[BUFFER_SIZE];

    /** Position of the buffer's first byte in the zip. */
    private long bufferPosition;

    private int at;

    private int end;

    ZipInput(InputStream in) {
        this.in = in;
    }

    long position() {
        return this.bufferPosition + this.at;
    }

    /** Whether at least this many bytes follow. Ask for no more than a header has. */
    boolean has(int bytes) throws IOException {
        while (this.end - this.at < bytes) {
            if (this.end == BUFFER_SIZE) {
                forget();
            }
            int count = this.in.read(this.buffer, this.end, BUFFER_SIZE - this.end);
            if (count < 0) {
                return false;
            }
            this.end += count;
        }
        return true;
    }

    /** The next bytes, without a move. The slice is valid until the next call. */
    ZipSlice peek(int bytes) throws IOException {
        if (!has(bytes)) {
            throw new UnreadableZipException("it ends too early");
        }
        return ZipSlice.of(this.buffer, this.at, bytes);
    }

    /** Reads from one to {@code most} bytes. The buffer is valid until the next call. */
    ByteBuffer take(long most) throws IOException {
        peek(1);
        int count = (int) Math.min(most, this.end - this.at);
        this.at += count;
        return ByteBuffer.wrap(this.buffer, this.at - count, count);
    }

    /** Moves back by this many of the bytes that {@link #take} returned last. */
    void giveBack(int bytes) {
        this.at -= bytes;
    }

    void skip(long bytes) throws IOException {
        for (long left = bytes; left > 0;) {
            left -= take(left).remaining();
        }
    }

    /** Reads the end record. Nothing else may follow in the zip. */
    ZipEnd end() throws IOException {
        if (has(ZipEnd.MAX_SIZE + 1)) {
            throw new UnreadableZipException("its end record does not follow its directory");
        }
        int from = Math.max(0, this.at - ZipEnd.BEFORE);
        return ZipEnd.parse(ZipSlice.of(this.buffer, from, this.end - from), this.bufferPosition + from);
    }

    private void forget() {
        int from = Math.max(0, this.at - ZipEnd.BEFORE);
        System.arraycopy(this.buffer, from, this.buffer, 0, this.end - from);
        this.bufferPosition += from;
        this.at -= from;
        this.end -= from;
    }
}
