package dev.tare.report.sizes;

import java.time.Instant;

import dev.tare.report.VersionsReport;
import org.jspecify.annotations.Nullable;

/**
 * Whether the tag of a base image has moved since an image was built on it, and what a new build gets.
 *
 * @param schemaVersion        version of the JSON schema
 * @param moved                whether a new build gets another base image for the platform
 * @param image                as it was given
 * @param platform             of the image and of its base image
 * @param base                 the base image with its tag
 * @param statedIn             {@code manifest}, {@code index}, {@code label}, which an image may inherit, or {@code option}
 * @param statedDigest         of the base image at the time of the build, or {@code null}
 * @param before               the base image with that digest; {@code null} if it is not known
 * @param beforeUnknownBecause why it is not known; {@code null} if it is
 * @param now                  the base image to which the tag leads
 * @param update               {@code null} if the earlier base image is not known
 * @param beginsWithBase       whether the lowest layers of the image are those of the earlier base image, or of the one to
 *                             which the tag leads if the earlier one is not known
 * @param packages             {@code null} if they were not requested or not compared
 * @param packagesNotComparedBecause why requested packages are not compared, or {@code null}
 * @param traffic              without the layers that the comparison of packages reads
 */
public record BaseCheckReport(int schemaVersion, boolean moved, String image, String platform, String base,
        String statedIn, @Nullable String statedDigest, @Nullable State before, @Nullable String beforeUnknownBecause,
        State now, @Nullable Update update, boolean beginsWithBase, @Nullable Packages packages,
        @Nullable String packagesNotComparedBecause, RegistrySizesReport.Traffic traffic) {

    /** The version of the schema that the records of this class form. */
    public static final int SCHEMA_VERSION = 1;

    /**
     * A base image.
     *
     * @param digest          of the manifest or index
     * @param manifestDigest  of the manifest for the platform
     * @param compressedBytes all layers as the registry stores them; a layer that occurs twice counts once
     * @param layers          as the manifest lists them
     */
    public record State(String digest, String manifestDigest, long compressedBytes, int layers,
            @Nullable Instant created) {}

    /**
     * The change of the base image.
     *
     * @param compressedGrowthBytes of the base image now over the earlier one
     * @param pulledBytes           layers that a node with the earlier base image must still pull
     * @param sharedLayers          layers that both have
     */
    public record Update(long compressedGrowthBytes, long pulledBytes, int sharedLayers) {}

    /**
     * The changes of the packages in the base image.
     *
     * @param beforeUncompressedBytes all layers of the earlier base image, uncompressed
     * @param nowUncompressedBytes    all layers of the base image now, uncompressed
     */
    public record Packages(long beforeUncompressedBytes, long nowUncompressedBytes, VersionsReport packages,
            VersionsReport jars, VersionsReport javaRuntimes) {}
}
