package dev.tare.content;

import java.util.Deque;

/** The parts of a path without a leading slash. {@code ""} is the root. */
public final class FilePaths {

    private FilePaths() {}

    public static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    public static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public static boolean isNamed(String path, String name) {
        int before = path.length() - name.length() - 1;
        return path.endsWith(name) && (before < 0 || path.charAt(before) == '/');
    }

    /** Whether the last folder of a path has a name, or ends with several names joined by slashes. */
    public static boolean isIn(String path, String folder) {
        int end = path.lastIndexOf('/');
        int before = end - folder.length() - 1;
        return before >= -1 && path.startsWith(folder, before + 1) && (before < 0 || path.charAt(before) == '/');
    }

    public static String join(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    /** Appends one name to a path. The parent of the root is the root. */
    public static String step(String folder, String name) {
        return switch (name) {
            case "", "." -> folder;
            case ".." -> parent(folder);
            default -> join(folder, name);
        };
    }

    /** Puts the names of a path before the names that are still to be resolved. */
    public static void pushNames(String path, Deque<String> ahead) {
        String[] names = path.split("/");
        for (int i = names.length - 1; i >= 0; i--) {
            ahead.push(names[i]);
        }
    }
}
