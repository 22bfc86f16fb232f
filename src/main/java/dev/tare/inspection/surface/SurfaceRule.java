package dev.tare.inspection.surface;

import java.util.stream.Stream;

import dev.tare.filetree.CountedTree;

/** Finds the items of one or a few kinds of surface. */
@FunctionalInterface
interface SurfaceRule {

    Stream<SurfaceItem> find(CountedTree files);
}
