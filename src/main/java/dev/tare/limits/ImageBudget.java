package dev.tare.limits;

import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/**
 * Counts the uncompressed bytes of all of an image's layers, which may be read at once, against their limits; and the
 * time, from when it was made.
 */
public final class ImageBudget {

    private final long allowed;

    private final AtomicLong used = new AtomicLong();

    private final AtomicLong holes = new AtomicLong();

    private final Deadline deadline;

    private final @Nullable ImageBudget image;

    public ImageBudget(Limits limits) {
        this(limits.imageTarSize(), Deadline.of(limits), null);
    }

    private ImageBudget(long allowed, Deadline deadline, @Nullable ImageBudget image) {
        this.allowed = allowed;
        this.deadline = deadline;
        this.image = image;
    }

    /** A budget for one of the image's layers; what it counts is counted here too. */
    public ImageBudget ofLayer() {
        return new ImageBudget(this.allowed, this.deadline, this);
    }

    /** What was taken so far. */
    public LayerCost cost() {
        return new LayerCost(this.used.get(), this.holes.get());
    }

    /**
     * Takes what a layer took when it was read, so that an image costs the same if that is not done again.
     *
     * @param name how errors name the layer
     */
    public void takeAgain(String name, LayerCost layer) {
        takeHolesOnly(layer.holes(), name);
        take(layer.bytes());
    }

    /** When reading the image must have come to its end. */
    public Deadline deadline() {
        return this.deadline;
    }

    public void take(long bytes) {
        if (this.image != null) {
            this.image.take(bytes);
        }
        if (this.used.addAndGet(bytes) > this.allowed) {
            throw new LimitExceededException("imageTarSize", this.allowed, "bytes in its layers", null);
        }
    }

    /**
     * Takes holes of a sparse file. The layer's tar does not store them, but readers get them as zeros.
     *
     * @param entry how errors name the file
     */
    public void takeHoles(long bytes, String entry) {
        takeHolesOnly(bytes, entry);
        take(bytes);
    }

    private void takeHolesOnly(long bytes, String entry) {
        if (this.image != null) {
            this.image.takeHolesOnly(bytes, entry);
        }
        if (this.holes.addAndGet(bytes) > Limits.HOLES_SIZE) {
            throw LimitExceededException.fixed("holesSize", Limits.HOLES_SIZE, "bytes of holes in its sparse files",
                    entry);
        }
    }
}
