package dev.tare.image;

import org.jspecify.annotations.Nullable;

/**
 * One layer of an image as its source holds it.
 *
 * @param digest     of the blob as stored
 * @param diffId     of the uncompressed tar
 * @param storedSize length of the blob as stored, in bytes
 * @param tarSize    length of the uncompressed tar, in bytes, headers and padding included
 * @param history    the step that made it, or {@code null} if the image's history does not tell
 */
public record Layer(Digest digest, DiffId diffId, MediaType mediaType, Compression compression, long storedSize,
        long tarSize, @Nullable HistoryEntry history) {

    /** Whether {@link #storedSize()} is what a registry would transfer, and not a tar stored as it is. */
    public boolean isCompressed() {
        return this.compression != Compression.NONE;
    }
}
