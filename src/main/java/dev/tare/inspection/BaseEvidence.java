package dev.tare.inspection;

import dev.tare.image.Image;
import org.jspecify.annotations.Nullable;

/** One way in which an image can tell where its base ends. */
@FunctionalInterface
interface BaseEvidence {

    /** The boundary, or {@code null} if this evidence is not there. */
    BaseBoundary.@Nullable Known find(Image image);
}
