package dev.tare.report;

import dev.tare.comparison.Comparison;
import dev.tare.comparison.change.Change;
import dev.tare.image.ConfigField;
import dev.tare.inspection.surface.SurfaceKind;
import org.jspecify.annotations.Nullable;

/**
 * The differences of an image from the reference.
 *
 * @param from                    index of the reference
 * @param to                      index of the other image
 * @param commonLeadingLayers     number of the lowest layers that are the same in both
 * @param uncompressedGrowthBytes of the other image over the reference; negative if it is smaller
 * @param visibleGrowthBytes      of the other image over the reference
 * @param compressedGrowthBytes   of the other image over the reference; {@code null} if a compressed size is unknown
 * @param bundledPackages         copies of packages of languages in other packages, and test data
 * @param shadedLibraries         unpacked into jars; they do not count as jars
 * @param surface                 empty if Tare did not compare it
 * @param surfaceNotComparedBecause the reason why Tare did not compare the surface; {@code null} if it did
 */
public record DifferenceReport(int from, int to, int commonLeadingLayers, long uncompressedGrowthBytes,
        long visibleGrowthBytes, @Nullable Long compressedGrowthBytes, FilesReport files, VersionsReport packages,
        VersionsReport bundledPackages, VersionsReport jars, VersionsReport shadedLibraries,
        VersionsReport javaRuntimes,
        Listing<ConfigChange> config, Listing<SurfaceChange> surface,
        @Nullable String surfaceNotComparedBecause, LedgerChangeReport ledger) {

    /** Reports the difference of two images of a comparison. */
    public static DifferenceReport between(Comparison comparison, int from, int to) {
        return new DifferenceReporter(from, to, comparison.difference(from, to), new Lists(comparison.images().size()))
                .report();
    }

    /**
     * A part of the config that differs.
     *
     * @param title display name of the field, in lower case
     * @param key   name of the variable or label, the port or the volume; {@code null} for fields that an image has once
     * @param from  {@code null} if it is not set; {@code (hidden)} if it looks secret
     * @param to    as {@code from}, in the other image
     */
    public record ConfigChange(ConfigField field, String title, @Nullable String key, Change change,
            @Nullable String from, @Nullable String to) {

        /** Whether only the hidden parts of the two values differ. */
        public boolean differsInHiddenPart() {
            return this.from != null && this.from.equals(this.to);
        }
    }

    /**
     * A path of the surface in only one of two images.
     *
     * @param title display name of the kind, in lower case and plural
     * @param path  without a leading slash
     */
    public record SurfaceChange(SurfaceKind kind, String title, Change change, String path) {}
}
