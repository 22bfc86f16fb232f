package dev.tare.inspection;

import dev.tare.archive.TarEntry;
import org.jspecify.annotations.Nullable;

/**
 * A tar entry that puts nothing into the file tree.
 *
 * @param path of the entry itself
 * @param size of its content, which nobody sees; mostly 0
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#whiteouts">OCI image specification,
 *      whiteouts</a>
 */
record Whiteout(Kind kind, String path, long size) {

    private static final String PREFIX = ".wh.";

    private static final String AUFS_PREFIX = ".wh..wh.";

    private static final String OPAQUE_NAME = ".wh..wh..opq";

    /** What a whiteout hides. */
    enum Kind {

        /** One path of the lower layers, with all that is below it. */
        PLAIN,

        /** Everything that the lower layers have in the folder. */
        OPAQUE,

        /** Nothing: it is left over from an old storage driver. */
        AUFS
    }

    /** The folder that it is in. */
    String folder() {
        return FilePaths.parent(this.path);
    }

    /** The path that a plain whiteout hides. */
    String hidden() {
        return FilePaths.join(folder(), FilePaths.name(this.path).substring(PREFIX.length()));
    }

    /**
     * The whiteout that an entry is, or {@code null} if it is an ordinary one.
     *
     * @throws InvalidLayerException if it is named like a whiteout and names nothing that it could hide
     */
    static @Nullable Whiteout of(String layer, TarEntry entry) {
        String name = FilePaths.name(entry.path());
        if (name.equals(OPAQUE_NAME)) {
            return new Whiteout(Kind.OPAQUE, entry.path(), entry.size());
        }
        if (name.startsWith(AUFS_PREFIX) || entry.path().startsWith(AUFS_PREFIX)) {
            return new Whiteout(Kind.AUFS, entry.path(), entry.size());
        }
        if (!name.startsWith(PREFIX)) {
            return null;
        }
        return switch (name.substring(PREFIX.length())) {
            case "", ".", ".." -> throw InvalidLayerException.whiteoutOfNothing(layer, entry.path());
            default -> new Whiteout(Kind.PLAIN, entry.path(), entry.size());
        };
    }
}
