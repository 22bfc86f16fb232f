package dev.tare.images;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.tare.inspection.Inspection;

/**
 * The differences between an image's file tree in Tare and in an engine's export.
 */
final class TreeDifferences {

    private TreeDifferences() {}

    /**
     * Only the differences, by path, because whole trees are too long to read.
     */
    static SortedMap<String, String> between(Inspection inspection, SortedMap<String, ExportedEntry> exported) {
        SortedMap<String, ExportedEntry> seen = new TreeMap<>();
        inspection.files()
                .entries()
                .forEach(entry -> seen.put(ExportedEntry.pathOf(entry), ExportedEntry.of(entry)));
        seen.keySet().removeAll(EngineCommand.OF_THE_ENGINE);
        return between(seen, exported);
    }

    private static SortedMap<String, String> between(Map<String, ExportedEntry> seen,
            Map<String, ExportedEntry> exported) {
        SortedMap<String, String> differences = new TreeMap<>();
        Set<String> paths = new TreeSet<>(seen.keySet());
        paths.addAll(exported.keySet());
        for (String path : paths) {
            if (!Objects.equals(seen.get(path), exported.get(path))) {
                differences.put(path,
                        "Tare sees %s, the engine exports %s".formatted(seen.get(path), exported.get(path)));
            }
        }
        return differences;
    }

}
