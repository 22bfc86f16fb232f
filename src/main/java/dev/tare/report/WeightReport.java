package dev.tare.report;

import org.jspecify.annotations.Nullable;

/**
 * Gross, tare and net of an image, in the uncompressed bytes of its layers.
 *
 * @param grossUncompressedBytes all layers
 * @param tareUncompressedBytes  the base image's layers; {@code null} if nothing tells where they end
 * @param netUncompressedBytes   the layers that the build added; {@code null} likewise
 * @param baseLayers             how many of the lowest layers are the base's; {@code null} likewise
 * @param evidence               what tells where the base ends; {@code null} if nothing does
 * @param unknownBecause         why tare and net are unknown; {@code null} if they are known
 */
public record WeightReport(long grossUncompressedBytes, @Nullable Long tareUncompressedBytes,
        @Nullable Long netUncompressedBytes, @Nullable Integer baseLayers, @Nullable String evidence,
        @Nullable String unknownBecause) {}
