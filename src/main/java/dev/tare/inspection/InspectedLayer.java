package dev.tare.inspection;

import dev.tare.image.Layer;

/**
 * A layer with the results of the pass over it.
 *
 * @param uncompressedSize its file bytes
 * @param entries          its tar entries, whiteouts included
 * @param wasted           the file bytes that no container sees
 */
public record InspectedLayer(Layer layer, long uncompressedSize, int entries, long wasted) {}
