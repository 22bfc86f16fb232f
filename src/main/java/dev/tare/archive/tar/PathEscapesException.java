package dev.tare.archive.tar;

import dev.tare.image.InvalidImageException;

/** A path leaves its root with {@code ..}. */
public class PathEscapesException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    private final String path;

    /**
     * @param container the archive or folder that the path leaves
     * @param path      as written
     */
    public PathEscapesException(String container, String path) {
        super("path-escapes", path, "The path \"" + path + "\" leads out of \"" + container
                + "\". No image tool writes such paths; do not trust this image.", null);
        this.path = path;
    }

    /** The path as written. */
    public String path() {
        return this.path;
    }
}
