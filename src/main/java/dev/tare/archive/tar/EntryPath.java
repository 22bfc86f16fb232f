package dev.tare.archive.tar;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Normalizes paths of tar entries: below the root, no leading or trailing slash, no empty, {@code .} or {@code ..}
 * segment. {@code ""} is the root.
 */
public final class EntryPath {

    private EntryPath() {}

    /**
     * Normalizes a path. Absolute paths start at the root.
     *
     * @param container the name of the archive or folder for the error
     * @throws PathEscapesException if it climbs above the root
     */
    public static String normalize(String container, String path) {
        return isNormal(path) ? path : normalizeSegments(container, path);
    }

    /**
     * The target of a link at the normalized path {@code from}. An absolute target starts at the root.
     *
     * @throws PathEscapesException if it climbs above the root
     */
    public static String resolve(String container, String from, String target) {
        return normalize(container, target.startsWith("/") ? target : parent(from) + "/" + target);
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static boolean isNormal(String path) {
        int start = 0;
        for (int i = 0; i <= path.length(); i++) {
            if (i == path.length() || path.charAt(i) == '/') {
                if (isSpecial(path, start, i)) {
                    return false;
                }
                start = i + 1;
            }
        }
        return true;
    }

    private static boolean isSpecial(String path, int start, int end) {
        return switch (end - start) {
            case 0 -> true;
            case 1 -> path.charAt(start) == '.';
            case 2 -> path.charAt(start) == '.' && path.charAt(start + 1) == '.';
            default -> false;
        };
    }

    private static String normalizeSegments(String container, String path) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : path.split("/")) {
            switch (segment) {
                case "", "." -> {
                }
                case ".." -> {
                    if (segments.pollLast() == null) {
                        throw new PathEscapesException(container, path);
                    }
                }
                default -> segments.addLast(segment);
            }
        }
        return String.join("/", segments);
    }
}
