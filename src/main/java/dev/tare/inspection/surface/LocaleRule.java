package dev.tare.inspection.surface;

import java.util.stream.Stream;

import dev.tare.content.FilePaths;
import dev.tare.filetree.CountedTree;

/** Locales of the C library: one item for each folder such as {@code C.utf8}, or for the archive of all locales. */
final class LocaleRule implements SurfaceRule {

    private static final String FOLDER = "usr/lib/locale";

    @Override
    public Stream<SurfaceItem> find(CountedTree files) {
        return files.below(FOLDER)
                .filter(entry -> FilePaths.parent(entry.path()).equals(FOLDER))
                .flatMap(entry -> entry.isFile() ? Stream.of(SurfaceItem.of(SurfaceKind.LOCALES, entry))
                        : FolderContents.item(SurfaceKind.LOCALES, files, entry.path(), file -> true));
    }
}
