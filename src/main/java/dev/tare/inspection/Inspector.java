package dev.tare.inspection;

import dev.tare.archive.Limits;
import dev.tare.source.ImageSource;

/** Inspects images: one pass over each layer, every collector fed by it. Safe for use by several threads. */
public final class Inspector {

    private final Limits limits;

    public Inspector(Limits limits) {
        this.limits = limits;
    }

    /**
     * Reads the image once and says what it holds.
     *
     * @throws dev.tare.image.InvalidImageException if it is not one whole, consistent image within the limits
     */
    public Inspection inspect(ImageSource source) {
        throw new UnsupportedOperationException(source.name() + " within " + this.limits);
    }
}
