package dev.tare.report;

import org.jspecify.annotations.Nullable;

/**
 * What is different in one image when seen from the reference.
 *
 * @param from                    index of the reference, which is the first image
 * @param to                      index of the other image
 * @param commonLeadingLayers     how many of the lowest layers are the same in both
 * @param uncompressedGrowthBytes of the other image over the reference; negative if it is smaller
 * @param visibleGrowthBytes      likewise
 * @param compressedGrowthBytes   likewise; {@code null} if one of the compressed sizes is unknown
 * @param shadedLibraries         that were unpacked into jars; they are not among the jars
 */
public record DifferenceReport(int from, int to, int commonLeadingLayers, long uncompressedGrowthBytes,
        long visibleGrowthBytes, @Nullable Long compressedGrowthBytes, FilesDifferenceReport files,
        VersionDifferenceReport packages, VersionDifferenceReport jars, VersionDifferenceReport shadedLibraries,
        VersionDifferenceReport javaRuntimes,
        Listing<ConfigChangeReport> config, Listing<SurfaceChangeReport> surface) {}
