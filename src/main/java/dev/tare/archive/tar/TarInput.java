package dev.tare.archive.tar;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** The bytes of a tar, counted. An early end is an error that contains the place. */
final class TarInput {

    private static final byte[] ZERO_BLOCK = new byte[TarHeader.BLOCK];

    private final InputStream in;

    private final TarErrorContext place;

    private long position;

    TarInput(InputStream in, TarErrorContext place) {
        this.in = in;
        this.place = place;
    }

    long position() {
        return this.position;
    }

    /** The next block, or {@code null} at the end of the stream. */
    byte @Nullable [] block() throws IOException {
        byte[] block = new byte[TarHeader.BLOCK];
        int count = this.in.readNBytes(block, 0, block.length);
        this.position += count;
        if (count == 0) {
            return null;
        }
        if (count < block.length) {
            throw this.place.truncated();
        }
        return block;
    }

    byte[] blockOrFail() throws IOException {
        byte[] block = block();
        if (block == null) {
            throw this.place.truncated();
        }
        return block;
    }

    /** Reads at least one byte. */
    int read(byte[] bytes, int offset, int length) throws IOException {
        int count = this.in.read(bytes, offset, length);
        if (count < 0) {
            throw this.place.truncated();
        }
        this.position += count;
        return count;
    }

    byte[] readFully(int length) throws IOException {
        byte[] bytes = new byte[length];
        int done = 0;
        while (done < length) {
            done += read(bytes, done, length - done);
        }
        return bytes;
    }

    void skipFully(long length) throws IOException {
        long left = length;
        while (left > 0) {
            long count = this.in.skip(left);
            if (count <= 0 && this.in.read() < 0) {
                throw this.place.truncated();
            }
            left -= Math.max(count, 1);
        }
        this.position += length;
    }

    /** Skips the padding of a block. The last block of a tar may lack its padding. */
    void skipPadding(long length) throws IOException {
        this.position += this.in.readNBytes((int) length).length;
    }

    static boolean isZero(byte[] block) {
        return Arrays.equals(block, ZERO_BLOCK);
    }
}
