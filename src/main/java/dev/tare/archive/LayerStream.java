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
 * A layer's tar, decompressed as it streams by, with the digests and sizes of both the blob and the tar taken on the
 * way. To be closed, since decompressors hold memory outside the heap; the blob's own stream stays open.
 */
public final class LayerStream implements Closeable {

    /** Below so many uncompressed bytes no compression ratio is judged: short runs of zeros compress extremely well. */
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
     * Begins to read a blob.
     *
     * @param name   how errors name the layer
     * @param blob   as stored, bounded to the layer
     * @param budget shared by all layers of the image
     * @throws InvalidImageException if it is compressed in another way than with gzip or zstd
     */
    public static LayerStream open(String name, InputStream blob, Limits limits, ImageBudget budget)
            throws IOException {
        return open(name, blob, limits, budget, new Semaphore(0));
    }

    /**
     * Begins to read a blob, on two processors as soon as one is idle: one decompresses while the other hashes and
     * walks what came out; of a tar that is not compressed, one takes the diff ID.
     *
     * @param idleProcessors one for each idle processor, taken while this layer uses it
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

    /** Whether something stored begins as an uncompressed tar does. */
    public static boolean isTar(byte[] head) {
        return head.length > 0 && TarReader.isStart(head);
    }

    /**
     * The uncompressed tar. Closing it does nothing.
     *
     * @throws InvalidTarException if it begins as no tar does
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
     * @throws LimitExceededException if the tar is larger than allowed, or compressed as only a bomb would be
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
