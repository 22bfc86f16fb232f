package dev.tare.inspection.base;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.tare.image.Digest;
import dev.tare.image.HistoryEntry;
import dev.tare.image.Layer;
import dev.tare.image.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * BuildKit attests which images a build read. With the layers of these images, the base image is the one with the lowest
 * layers of the result. Without layers, only a build that read a single image states the base image, and only its name
 * and digest.
 */
final class ProvenanceEvidence {

    private static final List<String> FILE_STEPS = List.of("ADD ", "WORKDIR ");

    private ProvenanceEvidence() {}

    /** The base image with its boundary, or {@code null} if the provenance has no layers of it. */
    static @Nullable BaseImage findWithLayers(BaseFacts facts) {
        Provenance provenance = facts.image().provenance();
        if (provenance == null) {
            return null;
        }
        List<Digest> layers = facts.image().layers().stream().map(Layer::digest).toList();
        return IntStream.range(0, provenance.images().size())
                .filter(index -> commonLayers(provenance.images().get(index), layers).isPresent())
                .boxed()
                .max(Comparator.comparing(index -> commonLayers(provenance.images().get(index), layers).orElseThrow()))
                .map(index -> {
                    BaseImage.Reference reference = reference(facts, index);
                    return BaseImage.known(BaseGrade.STATED,
                            commonLayers(provenance.images().get(index), layers).orElseThrow(), reference,
                            "The provenance attestation of the build lists the layers of " + reference + ".");
                })
                .orElse(null);
    }

    /** The name and digest of the only image that the build read, or {@code null}. */
    static BaseImage.@Nullable Reference findName(BaseFacts facts) {
        Provenance provenance = facts.image().provenance();
        return provenance == null || provenance.images().size() != 1 || isFromScratch(facts) ? null
                : reference(facts, 0);
    }

    /** A sentence about a provenance that does not state the base image, or {@code null}. */
    static @Nullable String doubt(BaseFacts facts) {
        Provenance provenance = facts.image().provenance();
        if (provenance == null || findName(facts) != null) {
            return null;
        }
        int images = provenance.images().size();
        return images == 0 ? "The provenance attestation of the build lists no image."
                : images == 1
                        ? "The provenance attestation lists " + reference(facts, 0)
                                + ", but the lowest layer has copied files, so an earlier stage of the build may "
                                + "have used it."
                : "The provenance attestation lists " + images
                        + " images. It does not show which of them is the base image.";
    }

    private static Optional<Integer> commonLayers(Provenance.Source source, List<Digest> layers) {
        return source.layers()
                .stream()
                .filter(chain -> !chain.isEmpty() && chain.size() <= layers.size()
                        && layers.subList(0, chain.size()).equals(chain))
                .map(List::size)
                .max(Comparator.naturalOrder());
    }

    /** The provenance of the masked image has the same sources in the same order. */
    private static BaseImage.Reference reference(BaseFacts facts, int index) {
        Provenance.Source source = Objects.requireNonNull(facts.masked().provenance()).images().get(index);
        return new BaseImage.Reference(source.name(), source.digest());
    }

    /** A build from scratch often copies its files from another image, or its lowest layer has no distribution. */
    private static boolean isFromScratch(BaseFacts facts) {
        HistoryEntry lowest = facts.lowestStep();
        return facts.isLowestLayerCopied()
                || (lowest != null && facts.distribution() == 0
                        && FILE_STEPS.stream().anyMatch(String.valueOf(lowest.createdBy())::startsWith));
    }
}
