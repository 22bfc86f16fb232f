package dev.tare.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

import dev.tare.archive.tar.BulkInput;
import dev.tare.limits.Budget;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.Limit;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;
import org.jspecify.annotations.Nullable;

/** Counts bytes against a size limit, and ends streams that expand like a decompression bomb. */
final class BoundedInput extends BulkInput {

    private final InputStream in;

    private final String name;

    private final Budget size;

    private final @Nullable ImageBudget image;

    private final long ratio;

    private final LongSupplier storedSize;

    private BoundedInput(InputStream in, String name, Budget size, @Nullable ImageBudget image, long ratio,
            LongSupplier storedSize) {
        this.in = in;
        this.name = name;
        this.size = size;
        this.image = image;
        this.ratio = ratio;
        this.storedSize = storedSize;
    }

    /**
     * An archive as stored.
     *
     * @param name the name of the archive for errors
     */
    static BoundedInput ofStoredArchive(InputStream in, String name, Limits limits) {
        return new BoundedInput(in, name, new Budget(Limit.ARCHIVE_SIZE, limits), null, 1, () -> Long.MAX_VALUE);
    }

    /**
     * The tar of an archive.
     *
     * @param name       the name of the archive for errors
     * @param storedSize the bytes read so far of its compressed form; {@link Long#MAX_VALUE} if it has none
     */
    static BoundedInput ofArchive(InputStream in, String name, Limits limits, LongSupplier storedSize) {
        return new BoundedInput(in, name, new Budget(Limit.ARCHIVE_SIZE, limits), null,
                limits.get(Limit.COMPRESSION_RATIO), storedSize);
    }

    /**
     * The tar of a layer.
     *
     * @param name       the name of the layer for errors
     * @param storedSize the bytes read so far of its compressed form; {@link Long#MAX_VALUE} if it has none
     * @param image      the budget that also pays for the bytes
     */
    static BoundedInput ofLayer(InputStream in, String name, Limits limits, LongSupplier storedSize,
            ImageBudget image) {
        return new BoundedInput(in, name, new Budget(Limit.LAYER_TAR_SIZE, limits), image,
                limits.get(Limit.COMPRESSION_RATIO), storedSize);
    }

    /** The bytes read so far. */
    long size() {
        return this.size.used();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = this.in.read(bytes, offset, length);
        if (count > 0) {
            take(count);
        }
        return count;
    }

    private void take(int count) {
        if (this.image != null) {
            this.image.take(count);
        }
        this.size.take(count, this.name);
        if (size() > LayerStream.RATIO_FROM && size() / this.ratio > this.storedSize.getAsLong()) {
            throw new LimitExceededException(Limit.COMPRESSION_RATIO, this.ratio, this.name);
        }
    }
}
