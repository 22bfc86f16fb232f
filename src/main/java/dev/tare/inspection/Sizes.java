package dev.tare.inspection;

import org.jspecify.annotations.Nullable;

/**
 * How large an image is, in bytes, each size by its name.
 *
 * @param compressed   what a registry transfers: the layer blobs as stored, each distinct blob once, or {@code null} if
 *                     a layer is stored uncompressed, since then nobody has compressed it yet
 * @param stored       the layer blobs as this source holds them, one for each layer
 * @param uncompressed the file bytes of all layers; {@code docker images} with the overlay2 driver shows the same and one
 *                     byte for each of a symbolic link's target
 * @param visible      the file bytes of the merged tree, hard-linked content counted once
 * @param wasted       uncompressed less visible
 */
public record Sizes(@Nullable Long compressed, long stored, long uncompressed, long visible, long wasted) {}
