package dev.tare.inspection;

/**
 * A file of a lower layer that no container sees, since a higher layer replaced or deleted it.
 *
 * @param path     without a leading slash
 * @param bytes    that it takes in its layer
 * @param layer    index of the layer that holds it
 * @param hiddenBy index of the layer that hides it; the same as {@code layer} if one layer holds the path twice
 */
public record WastedFile(String path, long bytes, int layer, int hiddenBy) {}
