package dev.tare.report;

import org.jspecify.annotations.Nullable;

/**
 * How large an image is, each size by its name.
 *
 * @param compressedBytes          what a registry transfers; {@code null} if a layer is stored uncompressed
 * @param compressedUnknownBecause why the compressed size is unknown; {@code null} if it is known
 * @param storedBytes              all layer blobs as the source holds them, compressed or not
 * @param uncompressedBytes        the file bytes of all layers, uncompressed
 * @param visibleBytes             the file bytes that a container sees
 * @param wastedBytes              uncompressed less visible
 */
public record SizesReport(@Nullable Long compressedBytes, @Nullable String compressedUnknownBecause,
        long storedBytes, long uncompressedBytes, long visibleBytes, long wastedBytes) {}
