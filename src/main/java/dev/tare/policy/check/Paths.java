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

    /** The first paths as a container names them, and how many more there are. */
    static String listed(List<String> paths) {
        return first(paths.stream().map(path -> "/" + path).toList());
    }

    /** The first texts, and how many more there are. */
    static String first(List<String> texts) {
        String first = texts.stream().limit(LISTED).collect(joining(", "));
        return texts.size() <= LISTED ? first : first + " and " + (texts.size() - LISTED) + " more";
    }

    /** The bytes of the files at these paths, and of all files below them, hard-linked content counted once. */
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
