package dev.tare.report;

/**
 * One path of the surface.
 *
 * @param path  without a leading slash
 * @param layer index of the layer that brought it
 */
public record SurfacePathReport(String path, int layer) {}
