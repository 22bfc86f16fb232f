package dev.tare.archive;

import dev.tare.image.InvalidImageException;

/** Something is compressed in a way that no image tool uses today. */
public class UnsupportedCompressionException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    private final String compression;

    UnsupportedCompressionException(String what, String name, String compression) {
        super("unsupported-compression", name, "The " + what + " \"" + name + "\" is compressed with " + compression
                + ", which Tare does not read. Unpack it, or save the image again with gzip or zstd.", null);
        this.compression = compression;
    }

    /** Such as {@code xz}. */
    public String compression() {
        return this.compression;
    }
}
