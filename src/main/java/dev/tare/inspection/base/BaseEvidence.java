package dev.tare.inspection.base;

import dev.tare.image.Image;
import org.jspecify.annotations.Nullable;

/** One way in which an image can tell where its base ends. */
@FunctionalInterface
interface BaseEvidence {

    /**
     * The boundary, {@link BaseBoundary.Unknown} if this evidence can be read in several ways, or {@code null} if it is
     * not there.
     *
     * @param image  by which this evidence decides
     * @param masked the same without its secrets, which sentences quote
     */
    @Nullable
    BaseBoundary find(Image image, Image masked);
}
