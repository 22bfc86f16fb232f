package dev.tare.archive;

import java.util.concurrent.atomic.AtomicLong;

/** Counts the uncompressed bytes of all of an image's layers, which may be read at once, against their limits. */
public final class ImageBudget {

    private final long allowed;

    private final AtomicLong used = new AtomicLong();

    private final AtomicLong holes = new AtomicLong();

    public ImageBudget(Limits limits) {
        this.allowed = limits.imageTarSize();
    }

    void take(long bytes) {
        if (this.used.addAndGet(bytes) > this.allowed) {
            throw new LimitExceededException("imageTarSize", this.allowed, "bytes in its layers", null);
        }
    }

    /** Takes holes of a sparse file, which its layer's tar does not have, but its readers get as zeros. */
    void takeHoles(long bytes, TarPlace place) {
        if (this.holes.addAndGet(bytes) > Limits.HOLES_SIZE) {
            throw place.exceededFixed("holesSize", Limits.HOLES_SIZE, "bytes of holes in its sparse files");
        }
        take(bytes);
    }
}
