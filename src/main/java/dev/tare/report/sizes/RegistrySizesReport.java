package dev.tare.report.sizes;

import java.time.Instant;
import java.util.List;

import dev.tare.policy.CompressedBudgets;
import dev.tare.policy.check.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that registries transfer for images, from their manifests and configs. No layer was requested, so nothing
 * verifies the sizes.
 *
 * @param schemaVersion version of the JSON schema
 * @param verdict       FAIL if a budget is exceeded; UNKNOWN if none is, and the growth of no image is known although it
 *                      has a limit; otherwise PASS
 * @param allPlatforms  whether all platforms were read, or one of each image
 * @param images        in the order of the request; the first is the reference
 * @param platforms     one for each platform, in the order of the first image; a single one if not all platforms were read
 * @param budgets       one finding for each image, platform and budget
 */
public record RegistrySizesReport(int schemaVersion, Verdict verdict, boolean allPlatforms, List<Image> images,
        List<OnPlatform> platforms, List<CompressedBudgets.Finding> budgets, Traffic traffic) {

    /** The version of the schema that the records of this class form. */
    public static final int SCHEMA_VERSION = 1;

    public RegistrySizesReport {
        images = List.copyOf(images);
        platforms = List.copyOf(platforms);
        budgets = List.copyOf(budgets);
    }

    /**
     * An image.
     *
     * @param name               as it was given
     * @param digest             of the manifest or index to which the name led
     * @param otherPlatforms     that the index lists and that were not read; at most 100
     * @param otherPlatformCount the number of all of them
     */
    public record Image(int index, String name, String digest, List<String> otherPlatforms, int otherPlatformCount) {

        public Image {
            otherPlatforms = List.copyOf(otherPlatforms);
        }
    }

    /**
     * The images that have a platform.
     *
     * @param platform     such as {@code linux/amd64}; that of the first image if not all platforms were read
     * @param images       in the order of the report, without those that do not have the platform
     * @param sharedLayers layers that several images have
     * @param pulls        one for each ordered pair of images
     */
    public record OnPlatform(String platform, List<Entry> images, List<SharedLayer> sharedLayers,
            List<Pull> pulls) {

        public OnPlatform {
            images = List.copyOf(images);
            sharedLayers = List.copyOf(sharedLayers);
            pulls = List.copyOf(pulls);
        }
    }

    /**
     * The sizes of an image for one platform.
     *
     * @param index           of the image
     * @param compressedBytes all layers as the registry stores them; a layer that occurs twice counts once
     * @param growthBytes     compared with the first image; {@code null} for the first one, or if that is for another
     *                        platform
     * @param layers          different ones
     * @param foreignLayers   different layers that a registry need not have, such as those of Windows
     * @param base            the base image by annotation, or {@code null}
     * @param config          {@code null} if it was not read
     * @param configUnknownBecause why the config could not be read; {@code null} if it was read, or was not needed
     */
    public record Entry(int index, String platform, String manifestDigest, String configDigest, long compressedBytes,
            @Nullable Long growthBytes, int layers, int foreignLayers, @Nullable Base base, @Nullable Config config,
            @Nullable String configUnknownBecause) {}

    /**
     * A stated base image.
     *
     * @param statedIn {@code manifest}, {@code index}, or {@code label}, which an image may inherit
     */
    public record Base(@Nullable String name, @Nullable String digest, String statedIn) {}

    /**
     * Values of a config.
     *
     * @param user {@code ""} if not set, which means root
     */
    public record Config(@Nullable Instant created, List<String> entrypoint, List<String> command, String user) {

        public Config {
            entrypoint = List.copyOf(entrypoint);
            command = List.copyOf(command);
        }
    }

    /**
     * A layer that several images have.
     *
     * @param digest of the stored blob
     * @param images their indexes
     */
    public record SharedLayer(String digest, long compressedBytes, List<Integer> images) {

        public SharedLayer {
            images = List.copyOf(images);
        }
    }

    /**
     * The pull of an image by a node that has another one.
     *
     * @param present      index of the image that the node has
     * @param wanted       index of the image to pull
     * @param pulledBytes  layers of the wanted image that the other one does not have
     * @param sharedBytes  layers that both have
     * @param sharedLayers their number
     */
    public record Pull(int present, int wanted, long pulledBytes, long sharedBytes, int sharedLayers) {}

    /**
     * The requests to registries for this report.
     *
     * @param requests with redirects, requests for tokens, and repeated attempts
     * @param bytes    of the bodies of the answers
     */
    public record Traffic(long requests, long bytes) {}
}
