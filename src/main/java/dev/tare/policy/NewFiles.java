package dev.tare.policy;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.tare.filetree.FileEntry;
import dev.tare.image.Digest;
import dev.tare.inspection.Inspection;

/** The files whose content another image does not have under any name. */
final class NewFiles {

    private NewFiles() {}

    /** The largest of them, the largest first. A hard-linked file counts once. */
    static List<FileEntry> in(Inspection image, Inspection baseline, int most) {
        Set<Digest> known = new HashSet<>();
        baseline.files().entries().stream().map(FileEntry::content).filter(Objects::nonNull).forEach(known::add);
        return image.files()
                .entries()
                .stream()
                .filter(file -> file.isFile() && file.sameFileAs() == null && !known.contains(file.content()))
                .sorted(Comparator.comparingLong(FileEntry::size).reversed().thenComparing(FileEntry::path))
                .limit(most)
                .toList();
    }
}
