package dev.tare.comparison.file;

/**
 * The growth of a path.
 *
 * @param path   without a leading slash, and with a slash at the end of a folder
 * @param bytes  that visible files grew by; negative if they shrank
 * @param paths  number of paths with added, removed or changed bytes
 * @param others whether further paths in the folder are listed on their own and do not count here
 */
public record PathGrowth(String path, long bytes, long paths, boolean others) {

    /** Whether this is the growth of all files in a folder, at any depth. */
    public boolean isFolder() {
        return this.path.isEmpty() || this.path.endsWith("/");
    }
}
