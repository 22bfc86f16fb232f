package dev.tare.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.tare.archive.tar.BulkInput;

/**
 * Decompresses a small file of an image. Every error is an {@link IOException}, because a damaged file does not fail the
 * image.
 */
public final class ZstdFile extends BulkInput {

    /** The default of encoders is at most 8 MiB. */
    private static final int WINDOW_LOG = 23;

    private final ZstdInputStreamNoFinalizer zstd;

    private long left;

    private ZstdFile(ZstdInputStreamNoFinalizer zstd, long size) {
        this.zstd = zstd;
        this.left = size;
    }

    /**
     * Opens compressed bytes.
     *
     * @param size the largest uncompressed size in bytes
     * @throws IOException if the native library is missing. Reading throws it if the bytes are no complete Zstandard
     *                     frames, or if they exceed the size or a window of 8 MiB.
     */
    public static InputStream open(byte[] stored, long size) throws IOException {
        try {
            ZstdInputStreamNoFinalizer zstd = new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(stored));
            zstd.setLongMax(Math.clamp(WINDOW_LOG, Zstd.windowLogMin(), Zstd.windowLogMax()));
            return new ZstdFile(zstd, size);
        } catch (LinkageError ex) {
            throw new IOException("The Zstandard library is missing", ex);
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = this.zstd.read(bytes, offset, length);
        this.left -= Math.max(count, 0);
        if (this.left < 0) {
            throw new IOException("The uncompressed size exceeds the bound");
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        this.zstd.close();
    }
}
