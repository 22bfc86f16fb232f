package dev.tare.content;

/**
 * Takes the paths that a package database lists by folder and name. Few of its bytes can stand for many long paths, so
 * that what they come to is bounded by what those of a real database of its size do.
 */
public final class ListedPaths {

    /** Linux opens none that is longer, so that no file of a container has such a path. */
    public static final int MAX_PATH = 4096;

    /** The paths of a million files have a third of it. */
    private static final long MAX_LENGTH = 256L << 20;

    /** Real databases say so much of each file that its path is shorter. */
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
     * Takes the path of a file, if it is one that a file can have.
     *
     * @param folder with the slash behind it, if there has to be one
     * @throws UnreadableDatabaseException if it is too much
     */
    public void add(String folder, String name) {
        if (folder.length() + name.length() > MAX_PATH) {
            return;
        }
        this.left -= 1 + folder.length() + name.length();
        if (this.left < 0 || this.kept + this.paths.length() > MAX_KEPT) {
            throw new UnreadableDatabaseException("it lists more and longer paths of files than any real one");
        }
        this.paths.add(folder.concat(name));
    }

    /** Those that were added since this was asked last. */
    public PathList next() {
        PathList next = this.paths.build();
        this.kept += next.length();
        this.paths = new PathList.Builder();
        return next;
    }
}
