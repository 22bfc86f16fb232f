package dev.tare.archive;

import java.util.concurrent.atomic.AtomicLong;

/** Counts the uncompressed bytes of all of an image's layers, which may be read at once, against their limit. */
public final class ImageBudget {

    private final long allowed;

    private final AtomicLong used = new AtomicLong();

    public ImageBudget(Limits limits) {
        this.allowed = limits.imageTarSize();
    }

    void take(long bytes) {
        if (this.used.addAndGet(bytes) > this.allowed) {
            throw new LimitExceededException("imageTarSize", this.allowed, "bytes in its layers", null);
        }
    }
}
