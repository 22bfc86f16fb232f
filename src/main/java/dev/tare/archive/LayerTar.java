package dev.tare.archive;

import java.io.FilterInputStream;
import java.io.InputStream;

/** A layer's tar that brings along what its image may cost, for all that is not counted as it streams by. */
final class LayerTar extends FilterInputStream {

    private final ImageBudget budget;

    LayerTar(InputStream tar, ImageBudget budget) {
        super(tar);
        this.budget = budget;
    }

    /** The budget of the image that the tar belongs to, or one of its own if it is not known to belong to any. */
    static ImageBudget budgetOf(InputStream tar, Limits limits) {
        return tar instanceof LayerTar layer ? layer.budget : new ImageBudget(limits);
    }
}
