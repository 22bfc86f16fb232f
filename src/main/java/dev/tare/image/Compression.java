package dev.tare.image;

/** The compression of a layer's blob, detected from its first bytes. */
public enum Compression {

    /** The blob is the tar itself. */
    NONE,

    /** One or more gzip members, RFC 1952. */
    GZIP,

    /** One or more Zstandard frames, RFC 8878. */
    ZSTD
}
