package dev.tare.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;

import dev.tare.archive.tar.InvalidTarException;
import dev.tare.archive.tar.TarReader;
import dev.tare.image.Compression;
import dev.tare.image.DiffId;
import dev.tare.image.Digest;
import dev.tare.image.InvalidImageException;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;
import org.jspecify.annotations.Nullable;

/**
 * A layer's tar, decompressed as it streams by. Computes the digests and sizes of both the blob and the tar. Close it,
 * because decompressors hold memory outside the heap. The blob's own stream stays open.
 */
public final class LayerStream implements Closeable {

    /**
     * The compression ratio does not matter below this many uncompressed bytes, because short runs of zeros compress
     * extremely well.
     */
    public static final long RATIO_FROM = 64L << 20;

    private static final int HEAD = 512;

    private final String name;

    private final Compression compression;

    private final @Nullable MeasuredInput stored;

    private final InputStream decompressed;

    private final MeasuredInput measured;

    private final AheadInput ahead;

    private final BlockInput tar;

    private LayerStream(String name, Compression compression, @Nullable MeasuredInput stored,
            InputStream decompressed, MeasuredInput measured, AheadInput ahead, BlockInput tar) {
        this.name = name;
        this.compression = compression;
        this.stored = stored;
        this.decompressed = decompressed;
        this.measured = measured;
        this.ahead = ahead;
        this.tar = tar;
    }

    /**
     * Opens a blob.
     *
     * @param name   the name of the layer for errors
     * @param blob   as stored, bounded to the layer
     * @param budget shared by all layers of the image
     * @throws InvalidImageException if the compression is neither gzip nor zstd
     */
    public static LayerStream open(String name, InputStream blob, Limits limits, ImageBudget budget)
            throws IOException {
        return open(name, blob, limits, budget, new Semaphore(0));
    }

    /**
     * Opens a blob. As soon as a second processor is idle, one decompresses while the other hashes and reads the tar.
     * For an uncompressed tar, one computes the diff ID.
     *
     * @param idleProcessors one permit for each idle processor; this layer takes one while it uses the processor
     */
    public static LayerStream open(String name, InputStream blob, Limits limits, ImageBudget budget,
            Semaphore idleProcessors) throws IOException {
        PeekedInput peeked = PeekedInput.of(blob, HEAD);
        Decompressor decompressor = new Decompressor("layer", name, limits);
        Compression compression = decompressor.detect(peeked.head());
        if (compression == Compression.NONE) {
            MeasuredInput measured =
                    new MeasuredInput(BoundedInput.ofLayer(peeked, name, limits, () -> Long.MAX_VALUE, budget));
            AheadInput ahead = new AheadInput(measured, idleProcessors);
            return new LayerStream(name, compression, null, peeked, measured, ahead,
                    new BlockInput(ahead, budget.deadline()));
        }
        MeasuredInput stored = new MeasuredInput(peeked);
        InputStream decompressed = decompressor.open(stored, compression);
        AheadInput ahead = new AheadInput(BoundedInput.ofLayer(decompressed, name, limits, stored::size, budget),
                idleProcessors);
        MeasuredInput measured = new MeasuredInput(ahead);
        return new LayerStream(name, compression, stored, decompressed, measured, ahead,
                new BlockInput(measured, budget.deadline()));
    }

    /** Whether stored bytes begin like an uncompressed tar. */
    public static boolean isTar(byte[] head) {
        return head.length > 0 && TarReader.isStart(head);
    }

    /**
     * The uncompressed tar. Closing it does nothing.
     *
     * @throws InvalidTarException if it does not begin like a tar
     */
    public InputStream tar() throws IOException {
        PeekedInput peeked = PeekedInput.of(this.tar, HEAD);
        if (!TarReader.isStart(peeked.head())) {
            throw InvalidTarException.notATar(this.name, "it does not begin with a header");
        }
        return peeked;
    }

    /**
     * Reads the rest, so that the digests cover all bytes.
     *
     * @throws InvalidImageException  if the compressed bytes are damaged
     * @throws LimitExceededException if the tar is too large, or has the compression ratio of a decompression bomb
     */
    public StoredLayer finish() throws IOException {
        this.tar.drain();
        Digest tarDigest = this.measured.digest();
        return new StoredLayer(this.stored == null ? tarDigest : this.stored.digest(), new DiffId(tarDigest),
                this.compression, this.stored == null ? this.measured.size() : this.stored.size(),
                this.measured.size());
    }

    @Override
    public void close() throws IOException {
        this.ahead.close();
        this.decompressed.close();
    }
}
