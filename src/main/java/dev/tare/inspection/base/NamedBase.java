package dev.tare.inspection.base;

import java.util.Map;

import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.Image;
import dev.tare.image.InvalidValueException;
import dev.tare.image.KnownBase;
import org.jspecify.annotations.Nullable;

/**
 * The base image that an image names in its annotations, its labels or its provenance.
 *
 * @param name    as the image has it, which may be hostile
 * @param digest  of a manifest or index, as the image has it, or {@code null}
 * @param isLabel whether only a label names it, which the base image may have left
 */
public record NamedBase(String name, @Nullable String digest, boolean isLabel) {

    /** The name of the empty base image in a Dockerfile. */
    private static final String SCRATCH = "scratch";

    /**
     * The base image in the annotations of an image, or else in its labels.
     *
     * @return {@code null} if none of them names a base image
     */
    public static @Nullable NamedBase of(Map<String, String> annotations, Map<String, String> labels) {
        NamedBase annotation = of(annotations, false);
        return annotation == null ? of(labels, true) : annotation;
    }

    /**
     * The same for an inspected image. The provenance counts if it has the only record, and no layers.
     *
     * @param found the base image from the evidence in the image
     */
    public static @Nullable NamedBase of(Image image, BaseImage found) {
        NamedBase named = of(image.annotations(), image.config().container().labels());
        BaseImage.Reference stated = found.reference();
        return named != null || stated == null || stated.digest() == null || found.isBoundaryKnown() ? named
                : new NamedBase(stated.name(), stated.digest().toString(), false);
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

    private static @Nullable NamedBase of(Map<String, String> texts, boolean areLabels) {
        String name = texts.getOrDefault(Descriptor.BASE_NAME, "");
        return name.isBlank() || name.equals(SCRATCH) ? null
                : new NamedBase(name, texts.get(Descriptor.BASE_DIGEST), areLabels);
    }
}
