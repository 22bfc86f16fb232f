package dev.tare.report;

import org.jspecify.annotations.Nullable;

/**
 * What one image shares with the others of the comparison, by diff ID, and what it has alone.
 *
 * @param image                    index of the image
 * @param sharedUncompressedBytes  of layers that at least one other image has
 * @param uniqueUncompressedBytes  of layers that no other image has
 * @param sharedCompressedBytes    of blobs that a node which has the other images need not pull; {@code null} if unknown
 * @param uniqueCompressedBytes    of blobs that such a node must still pull; {@code null} if unknown
 * @param compressedUnknownBecause why one of them is unknown; {@code null} if both are known
 */
public record SharingReport(int image, int sharedLayers, int uniqueLayers, long sharedUncompressedBytes,
        long uniqueUncompressedBytes, @Nullable Long sharedCompressedBytes, @Nullable Long uniqueCompressedBytes,
        @Nullable String compressedUnknownBecause) {}
