package dev.tare.comparison.change;

import dev.tare.inspection.surface.SurfaceItem;

/**
 * A path of the surface that only one of two images has.
 *
 * @param change {@link Change#ADDED} or {@link Change#REMOVED}
 */
public record SurfaceChange(Change change, SurfaceItem item) {}
