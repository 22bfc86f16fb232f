package dev.tare.ecosystem;

import java.util.function.UnaryOperator;

import dev.tare.content.PathList;

/**
 * The files that a package of an operating system brought.
 *
 * @param owner name of the package
 * @param paths as the package lists them
 * @param place where a file really is that the package lists at a path; both without a leading slash
 */
public record OwnedFiles(String owner, PathList paths, UnaryOperator<String> place) {

    /** Files that are where the package lists them. */
    public OwnedFiles(String owner, PathList paths) {
        this(owner, paths, UnaryOperator.identity());
    }

    /** A path without a leading slash, or {@code ./} before it. */
    public static String relative(String path) {
        int from = path.startsWith("./") ? 1 : 0;
        while (from < path.length() && path.charAt(from) == '/') {
            from++;
        }
        return path.substring(from);
    }
}
