package dev.tare.inspection.base;

import java.util.List;
import java.util.Objects;

import dev.tare.image.Digest;
import dev.tare.image.HistoryEntry;
import dev.tare.image.Image;
import dev.tare.image.InvalidValueException;
import org.jspecify.annotations.Nullable;

/** Finds the base image of an image from the evidence in the image itself. */
public final class BaseFinder {

    private static final String BASE_NAME = "org.opencontainers.image.base.name";

    private static final String BASE_DIGEST = "org.opencontainers.image.base.digest";

    private static final List<BaseEvidence> STATED = List.of(ProvenanceEvidence::findWithLayers, new JibEvidence(),
            new BuildpackEvidence(), new BuildahEvidence());

    private BaseFinder() {}

    /**
     * Finds the base image. Its grade is stated, likely or unknown, because no other image is known here.
     *
     * @param masked       the same image without its secrets
     * @param distribution the number of the lowest layers with which the image contains a distribution; 0 if they
     *                     contain none
     */
    public static BaseImage find(Image image, Image masked, int distribution) {
        BaseFacts facts = new BaseFacts(image, masked, distribution);
        return STATED.stream()
                .map(evidence -> evidence.find(facts))
                .filter(Objects::nonNull)
                .findFirst()
                .map(stated -> withAnnotation(stated, masked))
                .orElseGet(() -> traced(facts));
    }

    /** Only annotations belong to the build for sure. A label may be inherited. */
    private static BaseImage withAnnotation(BaseImage stated, Image masked) {
        String name = masked.annotations().get(BASE_NAME);
        BaseImage.Reference reference = stated.reference();
        if (name == null || name.isEmpty() || (reference != null && reference.digest() != null)) {
            return reference == null ? stated.withEvidence(stated.evidence() + named(masked)) : stated;
        }
        return new BaseImage(stated.grade(), stated.boundary(),
                new BaseImage.Reference(name, digest(masked.annotations().get(BASE_DIGEST))), stated.leastLayers(),
                stated.evidence() + named(masked));
    }

    /** Without a stated boundary, the provenance may still state the name, and the history may have traces. */
    private static BaseImage traced(BaseFacts facts) {
        BaseImage.Reference reference = ProvenanceEvidence.findName(facts);
        LikelyBase likely = LikelyBase.find(facts);
        BaseBoundary boundary = likely == null ? new BaseBoundary.Unknown() : new BaseBoundary.Likely(likely.layers());
        String traces = likely == null ? because(facts) : likely.sentence();
        int least = leastLayers(facts);
        if (reference != null) {
            return new BaseImage(BaseGrade.STATED, boundary, reference, least,
                    "The provenance attestation of the build "
                            + "states the base image " + reference + ", but not its layers. " + traces);
        }
        return new BaseImage(likely == null ? BaseGrade.UNKNOWN : BaseGrade.LIKELY, boundary, null, least,
                traces + ProvenanceEvidence.doubt(facts) + BuildpackEvidence.doubt(facts) + named(facts.masked()));
    }

    /**
     * The layers with a distribution belong to the base image, unless the image is only that, or its build put the base
     * image and the application into one layer.
     */
    private static int leastLayers(BaseFacts facts) {
        return facts.distribution() >= facts.layers() || isFlattened(facts) ? 0 : facts.distribution();
    }

    private static boolean isFlattened(BaseFacts facts) {
        HistoryEntry lowest = facts.lowestStep();
        return facts.isLowestLayerCopied() || (lowest != null && BuildahEvidence.isFrom(lowest));
    }

    private static String because(BaseFacts facts) {
        int steps = facts.image().config().layerHistory().size();
        if (facts.history().isEmpty()) {
            return "The image has no history, and no record of its base image.";
        }
        if (!facts.historyFits()) {
            return "The history has " + steps + " steps that create layers, but the image has " + facts.layers()
                    + " layers. The image has no record of its base image.";
        }
        return "The image has no record of its base image. In its history, no layer follows a command of another image "
                + "or a gap in time.";
    }

    private static String named(Image image) {
        String base = baseName(image);
        return base == null ? "" : " The image names " + base + " as its base image.";
    }

    private static @Nullable String baseName(Image image) {
        String annotation = image.annotations().get(BASE_NAME);
        return annotation != null ? annotation : image.config().container().labels().get(BASE_NAME);
    }

    private static @Nullable Digest digest(@Nullable String text) {
        try {
            return text == null ? null : Digest.parse(text);
        } catch (InvalidValueException ex) {
            return null;
        }
    }
}
