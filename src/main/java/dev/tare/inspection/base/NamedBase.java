package dev.tare.inspection.base;

import dev.tare.image.Digest;
import dev.tare.image.Image;
import dev.tare.image.InvalidValueException;
import dev.tare.image.KnownBase;
import dev.tare.image.StatedBase;
import org.jspecify.annotations.Nullable;

/**
 * The base image that an image names in its annotations, its labels or its provenance.
 *
 * @param name    as the image has it, which may be hostile
 * @param digest  of a manifest or index, as the image has it, or {@code null}
 * @param isLabel whether only a label names it, which the base image may have left
 */
public record NamedBase(String name, @Nullable String digest, boolean isLabel) {

    /**
     * The base image that an inspected image names, or {@code null}. The provenance counts if it has the only record, and
     * no layers.
     *
     * @param found the base image from the evidence in the image
     */
    public static @Nullable NamedBase of(Image image, BaseImage found) {
        StatedBase stated = StatedBase.of(image);
        if (stated != null && stated.name() != null) {
            return new NamedBase(stated.name(), stated.digest(), stated.place() == StatedBase.Place.LABEL);
        }
        BaseImage.Reference recorded = found.reference();
        return recorded == null || recorded.digest() == null || found.isBoundaryKnown() ? null
                : new NamedBase(recorded.name(), recorded.digest().toString(), false);
    }

    /** The name with the digest, which takes precedence over another one in the name. */
    public String reference() {
        return this.digest == null ? this.name : this.name.split("@", 2)[0] + "@" + this.digest;
    }

    /**
     * Grades the base image with the one in its registry.
     *
     * @param base the base image that {@link #reference} leads to, for the platform of the image
     */
    public BaseImage verify(Image image, BaseImage found, KnownBase base) {
        KnownBase named = new KnownBase(new BaseImage.Reference(this.name, null).name(), parsedDigest(), base.id(),
                base.platform(), base.diffIds());
        BaseImage graded = KnownBases.verifyNamed(image, found, named, this.isLabel);
        return graded.grade() != BaseGrade.VERIFIED || !this.isLabel ? graded
                : graded.withSentence("A label names it. A base image may have left that label, and then the image has "
                        + "a further base image.");
    }

    /** The base image from the evidence in the image, and the reason why the one in the registry was not read. */
    public BaseImage unverified(BaseImage found, String reason) {
        return found.withSentence(new BaseImage.Reference(this.name, null) + " is not verified. " + reason);
    }

    private @Nullable Digest parsedDigest() {
        try {
            int at = reference().indexOf('@');
            return at < 0 ? null : Digest.parse(reference().substring(at + 1));
        } catch (InvalidValueException ex) {
            return null;
        }
    }
}
