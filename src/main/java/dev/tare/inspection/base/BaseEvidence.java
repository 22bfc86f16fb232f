package dev.tare.inspection.base;

import dev.tare.image.Image;
import org.jspecify.annotations.Nullable;

/** One kind of evidence for the boundary of the base image. */
@FunctionalInterface
interface BaseEvidence {

    /**
     * Returns the boundary, {@link BaseBoundary.Unknown} if the evidence is ambiguous, or {@code null} without evidence.
     *
     * @param image  the image with the evidence
     * @param masked the same image without its secrets, for sentences
     */
    @Nullable
    BaseBoundary find(Image image, Image masked);
}
