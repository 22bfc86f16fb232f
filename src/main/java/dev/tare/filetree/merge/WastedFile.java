package dev.tare.filetree.merge;

/**
 * A file of a lower layer that no container sees, because a higher layer replaced or deleted it.
 *
 * @param path     without a leading slash
 * @param bytes    its size in its layer
 * @param layer    index of the layer that contains it
 * @param hiddenBy index of the layer that hides it; the same as {@code layer} if one layer contains the path twice
 * @param again    whether the hiding layer has the same content at the same path, as after a change of only mode, owner
 *                 or time
 */
public record WastedFile(String path, long bytes, int layer, int hiddenBy, boolean again) {

    /** A file that was deleted or got other content. */
    public WastedFile(String path, long bytes, int layer, int hiddenBy) {
        this(path, bytes, layer, hiddenBy, false);
    }
}
