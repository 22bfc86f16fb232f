package dev.tare.image;

/** How a layer's tar is compressed in its blob, as the blob's first bytes say. */
public enum Compression {

    /** The blob is the tar itself. */
    NONE,

    /** One or more gzip members, RFC 1952. */
    GZIP,

    /** One or more Zstandard frames, RFC 8878. */
    ZSTD
}
