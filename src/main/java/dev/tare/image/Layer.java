package dev.tare.image;

import org.jspecify.annotations.Nullable;

/**
 * One layer of an image as its source stores it.
 *
 * @param digest     of the blob as stored
 * @param diffId     of the uncompressed tar
 * @param storedSize length of the blob as stored, in bytes
 * @param tarSize    length of the uncompressed tar, in bytes, headers and padding included
 * @param history    the step that created it, or {@code null} if the history does not show it
 */
public record Layer(Digest digest, DiffId diffId, MediaType mediaType, Compression compression, long storedSize,
        long tarSize, @Nullable HistoryEntry history) {

    /**
     * Whether {@link #storedSize()} is the size that a registry transfers. A tar that is stored uncompressed is not.
     */
    public boolean isCompressed() {
        return this.compression != Compression.NONE;
    }
}
