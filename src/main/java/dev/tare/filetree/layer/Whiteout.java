package dev.tare.filetree.layer;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.FilePaths;
import dev.tare.filetree.InvalidLayerException;
import org.jspecify.annotations.Nullable;

/**
 * A tar entry that hides entries of lower layers and adds nothing to the file tree.
 *
 * @param opaque whether it hides everything in its folder, or one path with its descendants
 * @param path   of the entry itself
 * @param size   of its content in bytes, which is never visible; usually 0
 * @param entriesBefore the number of ordinary entries before it in the layer
 * @param spared the name in its folder that an opaque whiteout does not hide; {@code null} if it hides all names
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#whiteouts">OCI image specification,
 *      whiteouts</a>
 */
public record Whiteout(boolean opaque, String path, long size, int entriesBefore, @Nullable String spared) {

    /** Leftovers of the old storage driver AUFS in a layer's root. They hide nothing, but links may refer to them. */
    public static final String AUFS_PREFIX = ".wh..wh.";

    private static final String PREFIX = ".wh.";

    private static final String OPAQUE_NAME = ".wh..wh..opq";

    /** The folder of the whiteout. */
    public String folder() {
        return FilePaths.parent(this.path);
    }

    /** The same whiteout in another folder. */
    public Whiteout in(String folder) {
        return new Whiteout(this.opaque, FilePaths.join(folder, FilePaths.name(this.path)), this.size,
                this.entriesBefore, this.spared);
    }

    /** The path that a plain whiteout hides. */
    public String hidden() {
        return FilePaths.join(folder(), FilePaths.name(this.path).substring(PREFIX.length()));
    }

    /**
     * The whiteout in an entry, or {@code null} if the entry is an ordinary one.
     *
     * @throws InvalidLayerException if it has the prefix of a whiteout but no valid name after it
     */
    static @Nullable Whiteout of(String layer, TarEntry entry, int entriesBefore) {
        String name = FilePaths.name(entry.path());
        if (name.equals(OPAQUE_NAME)) {
            return new Whiteout(true, entry.path(), entry.size(), entriesBefore, null);
        }
        if (!name.startsWith(PREFIX) || entry.path().startsWith(AUFS_PREFIX)) {
            return null;
        }
        return switch (name.substring(PREFIX.length())) {
            case "", ".", ".." -> throw InvalidLayerException.whiteoutOfNothing(layer, entry.path());
            default -> new Whiteout(false, entry.path(), entry.size(), entriesBefore, null);
        };
    }
}
