package dev.tare.content;

/**
 * Collects the paths that a package database lists by folder and name, or other texts. A few bytes of a database can
 * encode many long texts, so their total length is bounded relative to the size of the database.
 */
public final class ListedPaths {

    /** Linux opens no longer path, so no file of a container has one. */
    public static final int MAX_PATH = 4096;

    /** Three times the paths of a million files. */
    private static final long MAX_LENGTH = 256L << 20;

    /** Real databases have more bytes for each file, so their paths are shorter than this. */
    private static final long MAX_RATIO = 16;

    private static final long SMALL = 1 << 20;

    private static final int MAX_KEPT = 64 << 20;

    private long left;

    private long kept;

    private PathList.Builder paths = new PathList.Builder();

    /** @param size of the database in bytes */
    public ListedPaths(long size) {
        this.left = Math.min(MAX_LENGTH, SMALL + MAX_RATIO * Math.min(size, MAX_LENGTH));
    }

    /**
     * Adds the path of a file. A path that is too long for Linux is skipped.
     *
     * @param folder with a trailing slash where one is needed
     * @throws UnreadableDatabaseException if the paths exceed the bounds
     */
    public void add(String folder, String name) {
        if (folder.length() + name.length() > MAX_PATH) {
            return;
        }
        this.left -= 1 + folder.length() + name.length();
        if (this.left < 0 || this.kept + this.paths.length() > MAX_KEPT) {
            throw new UnreadableDatabaseException("its lists take more memory than those of any real database");
        }
        this.paths.add(folder.concat(name));
    }

    /** The paths that were added since the last call. */
    public PathList next() {
        PathList next = this.paths.build();
        this.kept += next.length();
        this.paths = new PathList.Builder();
        return next;
    }
}
