package dev.tare.report;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A row of the layer matrix: a layer and the images that have it.
 *
 * @param compressedBytes {@code null} if no image stores it compressed
 * @param images          indices of the images that have it, ascending
 */
public record LayerPresenceReport(String diffId, long uncompressedBytes, @Nullable Long compressedBytes,
        List<Integer> images) {}
