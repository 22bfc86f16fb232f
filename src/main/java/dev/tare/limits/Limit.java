package dev.tare.limits;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The table of limits on the cost of reading an image. People can raise the first group through {@link Limits}. The
 * second group is fixed, because no image tool comes near it. A fixed limit that only one reader has is defined in that
 * reader.
 */
public enum Limit {

    /** Layers of an image. */
    LAYERS(Kind.COUNT, "layers", 512, "layers"),

    /** Tar entries of one layer. */
    ENTRIES_PER_LAYER(Kind.COUNT, "entries-per-layer", 2_000_000, "entries"),

    /** Tar entries of all layers of an image. An entry that takes much memory counts as several. */
    IMAGE_ENTRIES(Kind.COUNT, "image-entries", 2_000_000,
            "entries in its layers (an entry that takes much memory counts as several)"),

    /** Tar entries of the archive around the layers. */
    ARCHIVE_ENTRIES(Kind.COUNT, "archive-entries", 20_000, "entries"),

    /** Bytes of a path or link target. */
    PATH_LENGTH(Kind.COUNT, "path-length", 4096, "bytes in a path"),

    /** Bytes of a JSON document. Never more than fit into one array. */
    DOCUMENT_SIZE(Kind.BYTES, "document-size", 8L << 20, "bytes"),

    /** Bytes of one layer's uncompressed tar. */
    LAYER_TAR_SIZE(Kind.BYTES, "layer-tar-size", 32L << 30, "bytes"),

    /** Bytes of all uncompressed tars of an image. */
    IMAGE_TAR_SIZE(Kind.BYTES, "image-tar-size", 64L << 30, "bytes in its layers"),

    /** Uncompressed bytes for each stored byte. */
    COMPRESSION_RATIO(Kind.COUNT, "compression-ratio", 400, "uncompressed bytes for each stored one"),

    /** Bytes of a zstd window. Each open stream takes its window outside the heap. Never more than zstd supports. */
    ZSTD_WINDOW(Kind.BYTES, "zstd-window", 128L << 20, "bytes in its zstd window"),

    /** Bytes of the archive as given, and of its tar. */
    ARCHIVE_SIZE(Kind.BYTES, "archive-size", 32L << 30, "bytes"),

    /** Levels of nested jars: 1 for a jar in a jar. Deeper jars are unread, and do not fail the image. */
    JAR_DEPTH(Kind.COUNT, "jar-depth", 8, "levels of nested jars"),

    /** Milliseconds to inspect an image. The time to send an upload counts. */
    TIME(Kind.MILLISECONDS, "time", 30 * 60_000, "milliseconds"),

    /** Bytes of one name in a path. Linux has no longer names. */
    NAME_LENGTH(Kind.FIXED, "name-length", 255, "bytes in a name"),

    /** Bytes of one PAX or GNU header of a tar entry. Long names and extended attributes need a tenth of it. */
    EXTENDED_HEADER_SIZE(Kind.FIXED, "extended-header-size", 1 << 20, "bytes in a header"),

    /** Runs of data in a sparse file. A header of limited size cannot contain more. */
    SPARSE_SEGMENTS(Kind.FIXED, "sparse-segments", 65_536, "segments"),

    /** Bytes of all names of one file's extended attributes, each with one byte after it. Linux lists no more. */
    XATTR_NAMES(Kind.FIXED, "xattr-names", 1 << 16, "bytes of names of extended attributes of one file"),

    /** Bytes of all names and extended attributes of one layer's tar, which stay in memory. */
    NAMES_SIZE(Kind.FIXED, "names-size", 512L << 20, "bytes of names and attributes"),

    /** The same for the tar around the layers, whose index stays in memory while the image is read. */
    ARCHIVE_NAMES_SIZE(Kind.FIXED, "names-size", 16L << 20, "bytes of names and attributes"),

    /**
     * Bytes of the table of contents of one layer, as stored and uncompressed. The stored form stays in memory. Podman
     * reads tables of up to 150 MiB.
     */
    TOC_SIZE(Kind.FIXED, "toc-size", 128L << 20, "bytes in its table of contents"),

    /** Bytes of names in memory for one layer or for the merged tree, because numbers of names have 31 bits. */
    KEPT_NAMES(Kind.FIXED, "kept-names", 1L << 31, "bytes of names to keep"),

    /**
     * Bytes of all holes of the sparse files of an image, or of all images of an upload. Holes take no room in a tar,
     * but hashing a gibibyte takes a second.
     */
    HOLES_SIZE(Kind.FIXED, "holes-size", 1L << 30, "bytes of holes in its sparse files"),

    /** Bytes of holes for each byte of a layer's tar before them, beyond the first 128 MiB. */
    HOLES_RATIO(Kind.FIXED, "holes-ratio", 16, "bytes of holes for each byte of its layer"),

    /** Characters of folders that no entry names. One deep path implies many of them. */
    IMPLIED_FOLDERS(Kind.FIXED, "implied-folders", 64L << 20, "bytes of names of implied folders"),

    /** Characters of all paths on the way to entries. Each folder on the way is looked up by its whole path. */
    WALKED_PATHS(Kind.FIXED, "walked-paths", 512L << 20,
            "characters of paths to look up on the way to its entries"),

    /** Folders behind symbolic links on the way to entries: a million files may be written through a link. */
    LINK_STEPS(Kind.FIXED, "link-steps", 2_000_000, "folders to pass behind symbolic links"),

    /** Characters of the folders of whiteouts. */
    WHITEOUT_FOLDERS(Kind.FIXED, "whiteout-folders", 64L << 20, "bytes of names of folders with whiteouts"),

    /** Manifests in all indexes of an archive: a hundred images for a hundred platforms each. */
    MANIFESTS(Kind.FIXED, "manifests", 10_000, "manifests in its indexes"),

    /** Characters of paths that links lead through: a million paths may go through links. */
    RESOLVED_PATHS(Kind.FIXED, "resolved-paths", 256L << 20,
            "characters of paths to look up behind its symbolic links");

    private final Kind kind;

    private final String label;

    private final long value;

    private final String unit;

    Limit(Kind kind, String label, long value, String unit) {
        this.kind = kind;
        this.label = label;
        this.value = value;
        this.unit = unit;
    }

    /** The name of the limit in errors, settings and arguments, in kebab case. */
    public String label() {
        return this.label;
    }

    /** The default of an adjustable limit, or the only value of a fixed one. */
    public long value() {
        return this.value;
    }

    /** The unit of the value, as errors print it after a number. */
    public String unit() {
        return this.unit;
    }

    /** The kind of value that users may set. */
    public Kind kind() {
        return this.kind;
    }

    /** The adjustable limits, in the order of this table. */
    public static Stream<Limit> raisable() {
        return Stream.of(values()).filter(limit -> limit.kind != Kind.FIXED);
    }

    /** The limit that users can adjust, by its name, or {@code null}. */
    public static @Nullable Limit labelled(String label) {
        return raisable().filter(limit -> limit.label.equals(label)).findFirst().orElse(null);
    }

    /** Kinds of values. */
    public enum Kind {
        /** A number of things, at most {@link Integer#MAX_VALUE}. */
        COUNT,
        /** A size in bytes. */
        BYTES,
        /** A time in milliseconds. */
        MILLISECONDS,
        /** A value that is fixed. */
        FIXED
    }
}
