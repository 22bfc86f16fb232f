package dev.tare.inspection;

import java.util.stream.Stream;

/** Finds the items of one or a few kinds of surface. */
@FunctionalInterface
interface SurfaceRule {

    Stream<SurfaceItem> find(CountedTree files);
}
