package dev.tare.inspection;

/**
 * One path of the surface.
 *
 * @param path  without a leading slash
 * @param layer index of the layer that brought it
 */
public record SurfaceItem(SurfaceKind kind, String path, int layer) {}
