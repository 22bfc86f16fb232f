package dev.tare.ecosystem;

import java.util.function.UnaryOperator;

import dev.tare.content.PathList;

/**
 * The files of a package of an operating system or of conda.
 *
 * @param owner name of the package
 * @param paths as the package lists them
 * @param place maps a listed path to the path of the file; both without a leading slash
 */
public record OwnedFiles(String owner, PathList paths, UnaryOperator<String> place) {

    /** Files at their listed paths. */
    public OwnedFiles(String owner, PathList paths) {
        this(owner, paths, UnaryOperator.identity());
    }

    /** A path without a leading slash or {@code ./}. */
    public static String relative(String path) {
        int from = path.startsWith("./") ? 1 : 0;
        while (from < path.length() && path.charAt(from) == '/') {
            from++;
        }
        return path.substring(from);
    }
}
