package dev.tare.inspection.base;

import org.jspecify.annotations.Nullable;

/** A record of a build about its own base image. */
@FunctionalInterface
interface BaseEvidence {

    /** Returns the stated base image, or {@code null} without evidence or with an ambiguous one. */
    @Nullable
    BaseImage find(BaseFacts facts);
}
