package dev.tare.filetree.merge;

/**
 * A file of a lower layer that no container sees, since a higher layer replaced or deleted it.
 *
 * @param path     without a leading slash
 * @param bytes    that it takes in its layer
 * @param layer    index of the layer that holds it
 * @param hiddenBy index of the layer that hides it; the same as {@code layer} if one layer holds the path twice
 * @param again    whether the layer that hides it brings the same content at the same path, as layers do in which only
 *                 its mode, its owner or its time was changed
 */
public record WastedFile(String path, long bytes, int layer, int hiddenBy, boolean again) {

    /** A file that was deleted or got another content. */
    public WastedFile(String path, long bytes, int layer, int hiddenBy) {
        this(path, bytes, layer, hiddenBy, false);
    }
}
