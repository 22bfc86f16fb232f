package dev.tare.inspection;

import dev.tare.image.Layer;
import dev.tare.inspection.base.Origin;

/**
 * A layer and what the pass over it found.
 *
 * @param uncompressedSize its file bytes
 * @param entries          its tar entries, whiteouts included
 * @param wasted           those of its file bytes that no container sees
 */
public record InspectedLayer(Layer layer, Origin origin, long uncompressedSize, int entries, long wasted) {}
