package dev.tare.sizes;

import dev.tare.image.Digest;
import dev.tare.image.StatedBase;
import dev.tare.registry.ImageReference;
import org.jspecify.annotations.Nullable;

/**
 * Whether the tag of a base image has moved since an image was built on it.
 *
 * @param image                the image on the base image
 * @param base                 the base image with its tag, and without a digest
 * @param place                that names the base image, or {@code null} if a person named it
 * @param digest               of the base image at the time of the build, or {@code null} if it is not stated
 * @param before               the base image with that digest; {@code null} if it is not known
 * @param beforeUnknownBecause why it is not known; {@code null} if it is, or its digest is not stated
 * @param now                  the base image to which the tag leads, for the platform of the image
 * @param moved                whether a new build on the tag gets another base image for this platform
 * @param begins               whether the image begins with the layers of the earlier base image, or of the one to which the
 *                             tag leads if the earlier one is not known
 */
public record BaseCheck(ReferenceSizes image, ImageReference base, StatedBase.@Nullable Place place,
        @Nullable Digest digest, @Nullable ReferenceSizes before, @Nullable String beforeUnknownBecause,
        ReferenceSizes now, boolean moved, boolean begins) {}
