package dev.tare.limits;

import org.jspecify.annotations.Nullable;

/** The budget that all images of a request share, and the entries of the image that it is reading. */
public final class RequestBudget {

    private final Budget holes = new Budget(Limit.HOLES_SIZE);

    private volatile @Nullable Budget entries;

    /** The budget of holes in sparse files. */
    Budget holes() {
        return this.holes;
    }

    /**
     * The request begins to read an image, or ends.
     *
     * @param entries of the image, or {@code null} at its end
     */
    public void reads(@Nullable Budget entries) {
        this.entries = entries;
    }

    /** The entries of the image so far, as {@link Limit#IMAGE_ENTRIES} counts them. */
    public long entries() {
        Budget image = this.entries;
        return image == null ? 0 : image.used();
    }
}
