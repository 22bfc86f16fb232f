package dev.tare.report;

import org.jspecify.annotations.Nullable;

/**
 * One path of the surface.
 *
 * @param path         without a leading slash
 * @param layer        index of the layer that brought it
 * @param capabilities that a file of the kind {@code FILE_CAPABILITIES} gives whoever starts it, such as
 *                     {@code cap_net_raw=ep}, otherwise {@code null}
 */
public record SurfacePathReport(String path, int layer, @Nullable String capabilities) {}
