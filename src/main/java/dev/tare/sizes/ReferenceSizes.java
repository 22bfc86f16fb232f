package dev.tare.sizes;

import java.util.List;

import dev.tare.image.Digest;
import dev.tare.image.Platform;
import dev.tare.registry.ImageReference;
import org.jspecify.annotations.Nullable;

/**
 * The sizes of an image in a registry.
 *
 * @param reference      the name that was read
 * @param digest         of the manifest or index to which the reference led
 * @param platforms      the selected platforms, in the order of the index; at least one
 * @param otherPlatforms that the index lists and that were not selected
 */
public record ReferenceSizes(ImageReference reference, Digest digest, List<ManifestSizes> platforms,
        List<Platform> otherPlatforms) {

    public ReferenceSizes {
        platforms = List.copyOf(platforms);
        otherPlatforms = List.copyOf(otherPlatforms);
        if (platforms.isEmpty()) {
            throw new IllegalArgumentException(reference + " has no platform");
        }
    }

    /** The only or the first selected platform. */
    public ManifestSizes first() {
        return this.platforms.getFirst();
    }

    /** The sizes for a platform, or {@code null} if they were not read. */
    public @Nullable ManifestSizes of(Platform platform) {
        return this.platforms.stream().filter(one -> one.platform().isSame(platform)).findFirst().orElse(null);
    }
}
