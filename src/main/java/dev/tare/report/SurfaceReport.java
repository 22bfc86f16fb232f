package dev.tare.report;

import dev.tare.inspection.surface.SurfaceKind;

/**
 * The paths of one kind that an image offers to somebody who got inside, or that a program may miss in it. An image
 * has one of these for each kind, also where nothing was found.
 *
 * @param title     the kind for people, in lower case and plural
 * @param provision whether this is something that programs need, rather than something that attackers use
 */
public record SurfaceReport(SurfaceKind kind, String title, boolean provision, Listing<SurfacePathReport> paths) {}
