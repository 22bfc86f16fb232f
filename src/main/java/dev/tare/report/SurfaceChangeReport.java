package dev.tare.report;

import dev.tare.comparison.change.Change;
import dev.tare.inspection.surface.SurfaceKind;

/**
 * A path of the surface that only one of two images has.
 *
 * @param title the kind for people, in lower case and plural
 * @param path  without a leading slash
 */
public record SurfaceChangeReport(SurfaceKind kind, String title, Change change, String path) {}
