package dev.tare.inspection.base;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import dev.tare.image.Descriptor;
import dev.tare.image.HistoryEntry;
import dev.tare.image.Image;
import dev.tare.image.StatedBase;
import org.jspecify.annotations.Nullable;

/** Finds the base image of an image from the evidence in the image itself. */
public final class BaseFinder {

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
        BaseImage.Reference reference = stated.reference();
        if (reference != null && reference.digest() != null) {
            return stated;
        }
        StatedBase named = StatedBase.of(masked.annotations(), StatedBase.Place.MANIFEST);
        if (named == null || named.name() == null) {
            return reference == null ? stated.withSentence(named(masked)) : stated;
        }
        return new BaseImage(stated.grade(), stated.boundary(),
                new BaseImage.Reference(named.name(), named.parsedDigest()),
                stated.leastLayers(),
                stated.evidence()).withSentence(named(masked));
    }

    /** Without a stated boundary, the provenance may still state the name, and the history may have traces. */
    private static BaseImage traced(BaseFacts facts) {
        BaseImage.Reference reference = ProvenanceEvidence.findName(facts);
        LikelyBase likely = LikelyBase.find(facts);
        List<String> sentences = new ArrayList<>();
        if (reference == null) {
            sentences.addAll(Arrays.asList(ProvenanceEvidence.doubt(facts), BuildpackEvidence.doubt(facts),
                    named(facts.masked())));
        } else {
            sentences.add("The provenance attestation of the build states the base image " + reference
                    + ", but not its layers.");
        }
        sentences.removeIf(Objects::isNull);
        if (sentences.isEmpty() && likely == null) {
            sentences.add("The image has no record of its base image.");
        }
        sentences.add(likely == null ? withoutTraces(facts) : likely.sentence());
        BaseGrade grade = reference != null ? BaseGrade.STATED : likely != null ? BaseGrade.LIKELY : BaseGrade.UNKNOWN;
        return new BaseImage(grade,
                likely == null ? new BaseBoundary.Unknown() : new BaseBoundary.Likely(likely.layers()), reference,
                leastLayers(facts), String.join(" ", sentences));
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

    private static String withoutTraces(BaseFacts facts) {
        if (facts.history().isEmpty()) {
            return "The image has no history.";
        }
        int steps = facts.image().config().layerHistory().size();
        return facts.historyFits()
                ? "In the history, no layer follows a command of another image or a gap in time."
                : "The history has " + steps + (steps == 1 ? " step that creates a layer" : " steps that create layers")
                        + ", but the image has " + facts.layers() + (facts.layers() == 1 ? " layer." : " layers.");
    }

    /** A sentence about the name in an annotation or label, or {@code null}. */
    private static @Nullable String named(Image image) {
        String annotation = image.annotations().getOrDefault(Descriptor.BASE_NAME, "");
        String base = annotation.isBlank() ? image.config().container().labels().getOrDefault(Descriptor.BASE_NAME, "")
                : annotation;
        return base.isBlank() ? null
                : "The image names " + new BaseImage.Reference(base, null) + " as its base image.";
    }
}
