package dev.tare.inspection.surface;

import java.util.stream.Stream;

import dev.tare.filetree.CountedTree;

/** Files and folders whose mode or capabilities grant unusual rights. */
final class ModeRule implements SurfaceRule {

    @Override
    public Stream<SurfaceItem> find(CountedTree files) {
        return files.entries().mapMulti((entry, items) -> {
            if (entry.isSetuid()) {
                items.accept(SurfaceItem.of(SurfaceKind.SETUID, entry));
            }
            if (entry.isSetgid()) {
                items.accept(SurfaceItem.of(SurfaceKind.SETGID, entry));
            }
            if (entry.hasCapabilities()) {
                items.accept(SurfaceItem.of(SurfaceKind.FILE_CAPABILITIES, entry));
            }
            if (entry.isWorldWritable()) {
                items.accept(SurfaceItem.of(SurfaceKind.WORLD_WRITABLE, entry));
            }
        });
    }
}
