package dev.tare.inspection;

import org.jspecify.annotations.Nullable;

/**
 * The sizes of an image in bytes, each with its own name.
 *
 * @param compressed   the bytes that a registry transfers: the layer blobs as stored, each distinct blob once;
 *                     {@code null} if a layer is stored uncompressed
 * @param stored       the layer blobs as this source holds them, one for each layer
 * @param uncompressed the file bytes of all layers; {@code docker images} with the overlay2 driver adds one byte for
 *                     each byte of a symbolic link's target
 * @param visible      the file bytes of the merged tree, hard-linked content counted once
 * @param wasted       uncompressed minus visible
 */
public record Sizes(@Nullable Long compressed, long stored, long uncompressed, long visible, long wasted) {}
