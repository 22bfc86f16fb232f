package dev.tare.ecosystem.executable;

import java.util.List;

import dev.tare.content.FilePaths;

/**
 * A row of the table of programs.
 *
 * @param files the names of its files, as {@link #key} cuts them
 * @param texts that contain the version, the most reliable first
 */
record Program(String name, List<String> files, List<Evidence> texts) {

    private static final String LIBRARY = "lib";

    Program {
        files = List.copyOf(files);
        texts = List.copyOf(texts);
    }

    static boolean isLibrary(String path) {
        return path.startsWith(LIBRARY, path.lastIndexOf('/') + 1);
    }

    /**
     * The part of a file's name that versions do not change: {@code python} of {@code python3.12}, {@code libcrypto} of
     * {@code libcrypto.so.3}. Programs may have hyphens: {@code redis-server}.
     */
    static String key(String path) {
        String name = FilePaths.name(path);
        boolean isLibrary = isLibrary(name);
        int end = 0;
        while (end < name.length() && isPartOfKey(name.charAt(end), isLibrary)) {
            end++;
        }
        return name.substring(0, end > 0 && name.charAt(end - 1) == '-' ? end - 1 : end);
    }

    private static boolean isPartOfKey(char character, boolean isLibrary) {
        return character != '.' && (character < '0' || character > '9') && (character != '-' || !isLibrary);
    }
}
