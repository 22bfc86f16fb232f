package dev.tare.inspection.base;

import java.util.function.UnaryOperator;

import dev.tare.image.Digest;
import dev.tare.image.ErrorText;
import org.jspecify.annotations.Nullable;

/**
 * The base image of an image: its boundary, its name, and how certain they are.
 *
 * @param reference   the name and digest of the base image, or {@code null} if nothing states them
 * @param leastLayers the number of the lowest layers that certainly belong to the base image although the boundary is
 *                    not known; 0 if that is uncertain or the boundary is known
 * @param evidence    one or more sentences for the grade, or about the missing evidence
 */
public record BaseImage(BaseGrade grade, BaseBoundary boundary, @Nullable Reference reference, int leastLayers,
        String evidence) {

    public BaseImage {
        boolean fits = switch (grade) {
            case VERIFIED -> boundary instanceof BaseBoundary.Known;
            case STATED -> boundary instanceof BaseBoundary.Known || reference != null;
            case LIKELY -> boundary instanceof BaseBoundary.Likely;
            case UNKNOWN -> boundary instanceof BaseBoundary.Unknown;
        };
        if (!fits || (leastLayers != 0 && boundary instanceof BaseBoundary.Known)) {
            throw new IllegalArgumentException(grade + " does not fit " + boundary + " at least " + leastLayers);
        }
    }

    /** A base image that is certain, with its boundary. */
    public static BaseImage known(BaseGrade grade, int layers, @Nullable Reference reference, String evidence) {
        return new BaseImage(grade, new BaseBoundary.Known(layers), reference, 0, evidence);
    }

    /** A base image without evidence. */
    public static BaseImage unknown(int leastLayers, String because) {
        return new BaseImage(BaseGrade.UNKNOWN, new BaseBoundary.Unknown(), null, leastLayers, because);
    }

    /** Whether the boundary is certain, so that checks and the net size may use it. */
    public boolean isBoundaryKnown() {
        return this.boundary instanceof BaseBoundary.Known;
    }

    /** The origin of the layer at an index. */
    public Origin originOf(int layer) {
        return this.boundary.originOf(layer);
    }

    /** A copy with a further sentence of evidence, or the same if it is {@code null}. */
    public BaseImage withSentence(@Nullable String sentence) {
        return sentence == null ? this
                : new BaseImage(this.grade, this.boundary, this.reference, this.leastLayers,
                        this.evidence + " " + sentence);
    }

    /**
     * The name of a base image.
     *
     * @param name   without secrets; a longer one than any registry allows is cut
     * @param digest of its manifest or index, or {@code null} if it is not known
     */
    public record Reference(String name, @Nullable Digest digest) {

        private static final int MAX_NAME = 1_000;

        public Reference {
            name = ErrorText.start(name, MAX_NAME, UnaryOperator.identity());
        }

        @Override
        public String toString() {
            return this.digest == null || this.name.contains("@") ? this.name : this.name + "@" + this.digest;
        }
    }
}
