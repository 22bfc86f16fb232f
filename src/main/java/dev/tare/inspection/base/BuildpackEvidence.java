package dev.tare.inspection.base;

import java.util.List;
import java.util.stream.Stream;

import dev.tare.image.DiffId;
import dev.tare.image.Digest;
import dev.tare.image.Image;
import dev.tare.image.InvalidValueException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lifecycle of Cloud Native Buildpacks records the top layer of the run image in a label. It also lists its own
 * layers. A later build inherits the label, but its top layer is not in that list.
 *
 * @see <a href="https://github.com/buildpacks/spec/blob/platform/v0.14/platform.md#iobuildpackslifecyclemetadata-json">
 *      Platform interface specification, lifecycle metadata</a>
 */
final class BuildpackEvidence implements BaseEvidence {

    private static final String LABEL = "io.buildpacks.lifecycle.metadata";

    /** A parsed tree takes much more memory than its text. Real labels have a hundredth of these values. */
    private static final long MAX_TOKENS = 250_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxTokenCount(MAX_TOKENS).build())
            .build()).build();

    @Override
    public @Nullable BaseImage find(BaseFacts facts) {
        JsonNode metadata = metadata(facts.image());
        DiffId topLayer = metadata == null ? null : topLayer(metadata);
        int index = topLayer == null ? -1 : facts.diffIds().indexOf(topLayer);
        if (metadata == null || topLayer == null || index < 0
                || doubt(metadata, topLayer, facts.diffIds()) != null) {
            return null;
        }
        return BaseImage.known(BaseGrade.STATED, index + 1, reference(facts), sentence(topLayer) + ".");
    }

    /** A sentence about a label that does not state the base image, or {@code null}. */
    static @Nullable String doubt(BaseFacts facts) {
        JsonNode metadata = metadata(facts.image());
        DiffId topLayer = metadata == null ? null : topLayer(metadata);
        return metadata == null || topLayer == null || !facts.diffIds().contains(topLayer) ? null
                : doubt(metadata, topLayer, facts.diffIds());
    }

    private static @Nullable String doubt(JsonNode metadata, DiffId topLayer, List<DiffId> layers) {
        if (layers.indexOf(topLayer) != layers.lastIndexOf(topLayer)) {
            return sentence(topLayer) + ", but the image has this layer more than once.";
        }
        return isInherited(metadata, topLayer, layers.getLast())
                ? sentence(topLayer)
                        + ", but does not list the highest layer, which another build may have added."
                : null;
    }

    private static String sentence(DiffId topLayer) {
        return "The label " + LABEL + " states that layer " + topLayer.shortForm()
                + " is the top layer of the run image";
    }

    private static @Nullable JsonNode metadata(Image image) {
        String label = image.config().container().labels().get(LABEL);
        try {
            return label == null ? null : MAPPER.readTree(label);
        } catch (JacksonException ex) {
            return null;
        }
    }

    private static @Nullable DiffId topLayer(JsonNode metadata) {
        try {
            return DiffId.parse(metadata.path("runImage").path("topLayer").stringValue(""));
        } catch (InvalidValueException ex) {
            return null;
        }
    }

    private static boolean isInherited(JsonNode metadata, DiffId topLayer, DiffId highest) {
        List<String> own = Stream.concat(metadata.findValues("sha").stream(),
                metadata.path("buildpacks").findValues("layers").stream().flatMap(JsonNode::valueStream))
                .map(node -> node.isString() ? node.stringValue() : node.path("sha").stringValue(""))
                .toList();
        return !topLayer.equals(highest) && !own.contains(highest.toString());
    }

    /** The masked label may be no valid JSON any more. Then the name may contain a secret. */
    private static BaseImage.@Nullable Reference reference(BaseFacts facts) {
        JsonNode metadata = metadata(facts.masked());
        JsonNode run = metadata == null ? MAPPER.missingNode() : metadata.path("runImage");
        String image = run.path("image").stringValue("");
        String reference = run.path("reference").stringValue("");
        int at = reference.lastIndexOf('@');
        String name = !image.isEmpty() ? image : at < 0 ? "" : reference.substring(0, at);
        return name.isEmpty() ? null
                : new BaseImage.Reference(name, at < 0 ? null : digest(reference.substring(at + 1)));
    }

    private static @Nullable Digest digest(String text) {
        try {
            return Digest.parse(text);
        } catch (InvalidValueException ex) {
            return null;
        }
    }
}
