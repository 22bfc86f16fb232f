package dev.tare.source;

import java.io.IOException;
import java.io.InputStream;

import dev.tare.limits.ImageBudget;

/**
 * Reads a layer's uncompressed tar while it streams by. Several layers may call one reader at once, so it has no state.
 */
@FunctionalInterface
public interface LayerReader<T> {

    /**
     * Reads the tar. The caller drains the rest.
     *
     * @param layer the name of the layer for errors: its entry in the archive, or its digest
     * @param tar    uncompressed and bounded; not to be closed or used later
     * @param budget the budget of the layer, for bytes that do not stream by
     */
    T read(String layer, InputStream tar, ImageBudget budget) throws IOException;

    /**
     * Reuses an earlier result for the same layer instead of reading it.
     *
     * @param layer the name of the layer for errors
     */
    default T again(String layer, T known) {
        return known;
    }
}
