package dev.tare.inspection.ledger;

/** Folders that are short enough to be read as a line. */
final class Folders {

    /** The name of the root. */
    static final String ROOT = "/";

    private Folders() {}

    /** The folder of a file, at most two levels deep, with a leading slash. */
    static String of(String path) {
        int first = path.indexOf('/');
        int second = first < 0 ? -1 : path.indexOf('/', first + 1);
        return ROOT + path.substring(0, Math.max(0, second < 0 ? first : second));
    }

    /** The first folder of a path. */
    static String top(String path) {
        return ROOT + path.substring(0, Math.max(0, path.indexOf('/')));
    }
}
