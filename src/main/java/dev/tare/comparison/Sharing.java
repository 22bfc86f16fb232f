package dev.tare.comparison;

import org.jspecify.annotations.Nullable;

/**
 * The bytes that one image shares with the others of a comparison, by diff ID.
 *
 * @param sharedUncompressed bytes of its layers that at least one other image has
 * @param uniqueUncompressed bytes of its layers that no other image has; together with the shared ones, the whole image
 * @param sharedCompressed   bytes of the blobs that a node with the other images need not pull, each blob once;
 *                           {@code null} if one of them is stored uncompressed
 * @param uniqueCompressed   bytes of the blobs that a node with the other images must still pull, each blob once;
 *                           {@code null} if one of them is stored uncompressed
 */
public record Sharing(int sharedLayers, int uniqueLayers, long sharedUncompressed, long uniqueUncompressed,
        @Nullable Long sharedCompressed, @Nullable Long uniqueCompressed) {}
