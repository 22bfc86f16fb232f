package dev.tare.inspection;

/** The parts of a path without leading slash; {@code ""} is the root. */
final class FilePaths {

    private FilePaths() {}

    static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    static String join(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }
}
