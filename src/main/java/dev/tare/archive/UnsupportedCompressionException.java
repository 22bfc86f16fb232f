package dev.tare.archive;

import dev.tare.image.InvalidImageException;
import org.jspecify.annotations.Nullable;

/** The compression is one that no current image tool uses. */
class UnsupportedCompressionException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    private final String compression;

    private UnsupportedCompressionException(String name, String compression, String message,
            @Nullable Throwable cause) {
        super("unsupported-compression", name, message, cause);
        this.compression = compression;
    }

    static UnsupportedCompressionException of(String what, String name, String compression) {
        return new UnsupportedCompressionException(name, compression, "The " + what + " \"" + name
                + "\" is compressed with " + compression
                + ", which Tare does not read. Unpack it, or save the image again with gzip or zstd.", null);
    }

    /** The library supports Linux on amd64 and arm64, and needs a temporary folder to be loaded from. */
    static UnsupportedCompressionException libraryMissing(String what, String name, LinkageError cause) {
        return new UnsupportedCompressionException(name, "zstd", "The " + what + " \"" + name
                + "\" is compressed with zstd, but the zstd library cannot be loaded. Run Tare on Linux with a "
                + "writable folder for temporary files, or save the image again with gzip.", cause);
    }

    /** The name of the compression, such as {@code xz}. */
    public String compression() {
        return this.compression;
    }
}
