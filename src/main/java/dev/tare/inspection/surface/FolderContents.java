package dev.tare.inspection.surface;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.tare.filetree.CountedTree;
import dev.tare.filetree.FileEntry;

/** One item for a whole folder, if it contains anything of the kind. */
final class FolderContents {

    private FolderContents() {}

    static Stream<SurfaceItem> item(SurfaceKind kind, CountedTree files, String folder, Predicate<FileEntry> counts) {
        List<FileEntry> found = files.below(folder).filter(FileEntry::isFile).filter(counts).toList();
        if (found.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(new SurfaceItem(kind, folder, found.size(), found.stream().mapToLong(FileEntry::size).sum(),
                found.stream().mapToInt(FileEntry::layer).min().orElseThrow()));
    }
}
