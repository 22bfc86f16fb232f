package dev.tare.filetree.layer;

import dev.tare.archive.tar.TarEntry;
import dev.tare.content.FilePaths;
import dev.tare.filetree.InvalidLayerException;
import org.jspecify.annotations.Nullable;

/**
 * A tar entry that puts nothing into the file tree, but hides entries of lower layers.
 *
 * @param opaque whether it hides everything in its folder, rather than one path with all that is below it
 * @param path   of the entry itself
 * @param size   of its content in bytes, which no container sees; mostly 0
 * @param entriesBefore how many ordinary entries the layer has before it
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#whiteouts">OCI image specification,
 *      whiteouts</a>
 */
public record Whiteout(boolean opaque, String path, long size, int entriesBefore) {

    /** What the old storage driver AUFS left over in a layer's root. Its files hide nothing, but links may name them. */
    public static final String AUFS_PREFIX = ".wh..wh.";

    private static final String PREFIX = ".wh.";

    private static final String OPAQUE_NAME = ".wh..wh..opq";

    /** The folder that it is in. */
    public String folder() {
        return FilePaths.parent(this.path);
    }

    /** The same in another folder. */
    public Whiteout in(String folder) {
        return new Whiteout(this.opaque, FilePaths.join(folder, FilePaths.name(this.path)), this.size,
                this.entriesBefore);
    }

    /** The path that it hides if it is not opaque. */
    public String hidden() {
        return FilePaths.join(folder(), FilePaths.name(this.path).substring(PREFIX.length()));
    }

    /**
     * The whiteout that an entry is, or {@code null} if it is an ordinary one.
     *
     * @throws InvalidLayerException if it is named like a whiteout and names nothing that it could hide
     */
    static @Nullable Whiteout of(String layer, TarEntry entry, int entriesBefore) {
        String name = FilePaths.name(entry.path());
        if (name.equals(OPAQUE_NAME)) {
            return new Whiteout(true, entry.path(), entry.size(), entriesBefore);
        }
        if (!name.startsWith(PREFIX) || entry.path().startsWith(AUFS_PREFIX)) {
            return null;
        }
        return switch (name.substring(PREFIX.length())) {
            case "", ".", ".." -> throw InvalidLayerException.whiteoutOfNothing(layer, entry.path());
            default -> new Whiteout(false, entry.path(), entry.size(), entriesBefore);
        };
    }
}
