package dev.tare.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

import dev.tare.image.Compression;
import dev.tare.image.InvalidImageException;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;

/**
 * The tar of an archive, decompressed if it is compressed as a whole, and bounded in both forms. Close it like a
 * {@link LayerStream}. The stream that it reads from stays open.
 */
public final class ArchiveStream implements Closeable {

    private static final int HEAD = 512;

    private final Compression compression;

    private final InputStream decompressed;

    private final BlockInput tar;

    private ArchiveStream(Compression compression, InputStream decompressed, BlockInput tar) {
        this.compression = compression;
        this.decompressed = decompressed;
        this.tar = tar;
    }

    /**
     * Opens an archive.
     *
     * @throws InvalidImageException if the compression is neither gzip nor zstd
     */
    public static ArchiveStream open(String name, InputStream archive, Limits limits, Deadline deadline)
            throws IOException {
        BoundedInput stored = BoundedInput.ofStoredArchive(archive, name, limits);
        PeekedInput peeked = PeekedInput.of(stored, HEAD);
        Decompressor decompressor = new Decompressor("archive", name, limits);
        Compression compression = decompressor.detect(peeked.head());
        InputStream decompressed = decompressor.open(peeked, compression);
        BoundedInput tar = BoundedInput.ofArchive(decompressed, name, limits,
                compression == Compression.NONE ? () -> Long.MAX_VALUE : stored::size);
        return new ArchiveStream(compression, decompressed, new BlockInput(tar, deadline));
    }

    /** The compression of the archive as a whole. */
    public Compression compression() {
        return this.compression;
    }

    /** The uncompressed tar. Closing it does nothing. */
    public InputStream tar() {
        return this.tar;
    }

    /** Reads the bytes after the tar, so that damage there is found and the sender of the archive can finish. */
    public void finish() throws IOException {
        this.tar.drain();
    }

    @Override
    public void close() throws IOException {
        this.decompressed.close();
    }
}
