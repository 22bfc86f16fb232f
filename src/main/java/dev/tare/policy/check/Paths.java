package dev.tare.policy.check;

import java.util.List;
import java.util.Set;

import dev.tare.filetree.FileEntry;
import dev.tare.filetree.FileTree;

import static java.util.stream.Collectors.joining;

/** Lists paths in evidence. */
final class Paths {

    static final int LISTED = 10;

    private Paths() {}

    /** The first paths with a leading slash, and the number of others. */
    static String listed(List<String> paths) {
        return first(paths.stream().map(path -> "/" + path).toList());
    }

    /** The first strings, and the number of others. */
    static String first(List<String> texts) {
        String first = texts.stream().limit(LISTED).collect(joining(", "));
        return texts.size() <= LISTED ? first : first + " and " + (texts.size() - LISTED) + " more";
    }

    /** The bytes of the files at and below these paths. Hard-linked content counts once. */
    static long bytesAt(FileTree files, Set<String> paths) {
        return files.entries()
                .stream()
                .filter(entry -> entry.sameFileAs() == null)
                .filter(entry -> isAt(entry.path(), paths))
                .mapToLong(FileEntry::size)
                .sum();
    }

    private static boolean isAt(String path, Set<String> paths) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            if (paths.contains(path.substring(0, end))) {
                return true;
            }
        }
        return false;
    }
}
