package dev.tare.archive.io;

import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

import dev.tare.limits.ImageBudget;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;

/** Counts uncompressed bytes as they come, and ends what only a decompression bomb would go on with. */
public final class SizeGuard {

    private final String name;

    private final String limit;

    private final long allowed;

    private final int ratio;

    private final LongSupplier storedSize;

    private final LongConsumer also;

    private long size;

    private SizeGuard(String name, String limit, long allowed, int ratio, LongSupplier storedSize, LongConsumer also) {
        this.name = name;
        this.limit = limit;
        this.allowed = allowed;
        this.ratio = ratio;
        this.storedSize = storedSize;
        this.also = also;
    }

    public long size() {
        return this.size;
    }

    void take(int count) {
        this.size += count;
        this.also.accept(count);
        if (this.size > this.allowed) {
            throw new LimitExceededException(this.limit, this.allowed, "bytes", this.name);
        }
        if (this.size > Limits.RATIO_FROM && this.size / this.ratio > this.storedSize.getAsLong()) {
            throw new LimitExceededException("compressionRatio", this.ratio, "uncompressed bytes for each stored one",
                    this.name);
        }
    }

    /** For an archive as stored. */
    public static SizeGuard ofStored(String name, Limits limits) {
        return new SizeGuard(name, "archiveSize", limits.archiveSize(), 1, () -> Long.MAX_VALUE, bytes -> {
        });
    }

    /** For an archive's tar, whether it was compressed or not. */
    public static SizeGuard ofArchive(String name, Limits limits, LongSupplier storedSize) {
        return new SizeGuard(name, "archiveSize", limits.archiveSize(), limits.compressionRatio(), storedSize,
                bytes -> {
                });
    }

    /** For a layer's tar, whether it was compressed or not. */
    public static SizeGuard ofLayer(String name, Limits limits, LongSupplier storedSize, ImageBudget budget) {
        return new SizeGuard(name, "layerTarSize", limits.layerTarSize(), limits.compressionRatio(), storedSize,
                budget::take);
    }
}
