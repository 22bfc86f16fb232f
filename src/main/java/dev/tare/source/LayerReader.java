package dev.tare.source;

import java.io.IOException;
import java.io.InputStream;

import dev.tare.limits.ImageBudget;

/**
 * Makes something of a layer's uncompressed tar while it streams by. One reader may be called for several layers at
 * once, so it keeps no state of its own.
 */
@FunctionalInterface
public interface LayerReader<T> {

    /**
     * Reads the tar. The caller drains the rest.
     *
     * @param layer how errors name the layer: its entry in the archive, or its digest
     * @param tar    uncompressed, bounded, not to be closed or used later
     * @param budget of the layer, for bytes that do not stream by
     */
    T read(String layer, InputStream tar, ImageBudget budget) throws IOException;

    /**
     * Takes an earlier result of the same kind of reader for the same layer, instead of reading it.
     *
     * @param layer how errors name the layer here
     */
    default T again(String layer, T known) {
        return known;
    }
}
