package dev.tare.toc;

import java.io.IOException;
import java.util.Arrays;

import dev.tare.source.Blobs;
import org.jspecify.annotations.Nullable;

/** Reads parts of one blob. Its end is read once: it often contains the whole table of contents beside the footer. */
final class BlobParts {

    /** Bytes to request at the end of a blob. They cost less time than a second request. */
    private static final int END = 16 << 10;

    private final Blobs blobs;

    private final String path;

    private final long size;

    private byte @Nullable [] end;

    BlobParts(Blobs blobs, String path) {
        this.blobs = blobs;
        this.path = blobs.resolve(path);
        this.size = blobs.size(this.path);
    }

    long size() {
        return this.size;
    }

    /** The last bytes of the blob, as many as it has. */
    byte[] last(int length) throws IOException {
        byte[] last = this.end;
        if (last == null) {
            int count = (int) Math.min(END, this.size);
            last = count == 0 ? new byte[0] : this.blobs.part(this.path, this.size - count, count);
            this.end = last;
        }
        return Arrays.copyOfRange(last, Math.max(0, last.length - length), last.length);
    }

    /** A part that is inside of the blob. */
    byte[] part(long offset, int length) throws IOException {
        byte[] known = this.end == null ? new byte[0] : this.end;
        int unknown = (int) Math.min(length, Math.max(0, this.size - known.length - offset));
        byte[] part = unknown == 0 ? new byte[0] : this.blobs.part(this.path, offset, unknown);
        if (unknown < length) {
            part = Arrays.copyOf(part, length);
            int from = (int) (offset + unknown - (this.size - known.length));
            System.arraycopy(known, from, part, unknown, length - unknown);
        }
        return part;
    }
}
