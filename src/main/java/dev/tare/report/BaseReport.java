package dev.tare.report;

import dev.tare.inspection.Inspection;
import dev.tare.inspection.base.BaseBoundary;
import dev.tare.inspection.base.BaseGrade;
import dev.tare.inspection.base.BaseImage;
import org.jspecify.annotations.Nullable;

/**
 * The base image of an image, and how certain it is. Exact, likely and least layers have different names, so that
 * nobody takes one for the other.
 *
 * @param grade    VERIFIED: the layers of a known image are the lowest layers. STATED: the build recorded its base image;
 *                 without {@code layers}, it recorded only the name. LIKELY: the history has traces of a base image.
 *                 UNKNOWN: there is no evidence
 * @param name     of the base image; {@code null} if nothing verifies or states it
 * @param digest   of its manifest or index; {@code null} if nothing states it
 * @param layers   the lowest layers that belong to the base image; {@code null} if that is neither verified nor stated
 * @param likely   the lowest layers that likely belong to the base image; further layers may belong to it, too;
 *                 {@code null} without traces or if {@code layers} is known
 * @param least    the lowest layers that at least belong to the base image, because they contain a distribution;
 *                 {@code null} if that is uncertain or if {@code layers} is known
 * @param evidence one or more sentences for the grade, or about the missing evidence
 */
public record BaseReport(BaseGrade grade, @Nullable String name, @Nullable String digest, @Nullable Lowest layers,
        @Nullable Lowest likely, @Nullable Lowest least, String evidence) {

    static BaseReport of(Inspection inspection) {
        BaseImage base = inspection.base();
        BaseImage.Reference reference = base.reference();
        return new BaseReport(base.grade(), reference == null ? null : reference.name(),
                reference == null || reference.digest() == null ? null : reference.digest().toString(),
                base.boundary() instanceof BaseBoundary.Known(int layers) ? Lowest.of(inspection, layers) : null,
                base.boundary() instanceof BaseBoundary.Likely(int layers) ? Lowest.of(inspection, layers) : null,
                base.leastLayers() == 0 ? null : Lowest.of(inspection, base.leastLayers()), base.evidence());
    }

    /**
     * The lowest layers of an image.
     *
     * @param count             the number of layers
     * @param uncompressedBytes of the files in them
     */
    public record Lowest(int count, long uncompressedBytes) {

        private static Lowest of(Inspection inspection, int count) {
            return new Lowest(count, inspection.weight().lowestUncompressedSize(count));
        }
    }
}
