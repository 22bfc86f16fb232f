package dev.tare.archive;

import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Counts uncompressed bytes as they come, and ends what only a decompression bomb would go on with. */
final class SizeGuard {

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

    long size() {
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
    static SizeGuard ofStored(String name, Limits limits) {
        return new SizeGuard(name, "archiveSize", limits.archiveSize(), 1, () -> Long.MAX_VALUE, bytes -> {
        });
    }

    /** For an archive's tar, whether it was compressed or not. */
    static SizeGuard ofArchive(String name, Limits limits, LongSupplier storedSize) {
        return new SizeGuard(name, "archiveSize", limits.archiveSize(), limits.compressionRatio(), storedSize,
                bytes -> {
                });
    }

    /** For a layer's tar, whether it was compressed or not. */
    static SizeGuard ofLayer(String name, Limits limits, LongSupplier storedSize, ImageBudget budget) {
        return new SizeGuard(name, "layerTarSize", limits.layerTarSize(), limits.compressionRatio(), storedSize,
                budget::take);
    }
}
