package dev.tare.inspection.surface;

import java.util.stream.Stream;

import dev.tare.filetree.CountedTree;

/** The time zone database. Java has its own, but other programs need this one. */
final class TimeZoneRule implements SurfaceRule {

    @Override
    public Stream<SurfaceItem> find(CountedTree files) {
        return FolderContents.item(SurfaceKind.TIME_ZONES, files, "usr/share/zoneinfo", file -> file.size() > 0);
    }
}
