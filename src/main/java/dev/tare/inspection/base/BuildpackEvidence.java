package dev.tare.inspection.base;

import java.util.List;

import dev.tare.image.DiffId;
import dev.tare.image.Image;
import dev.tare.image.InvalidValueException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lifecycle of Cloud Native Buildpacks records the top layer of the run image in a label.
 *
 * @see <a href="https://github.com/buildpacks/spec/blob/platform/v0.14/platform.md#iobuildpackslifecyclemetadata-json">
 *      Platform interface specification, lifecycle metadata</a>
 */
final class BuildpackEvidence implements BaseEvidence {

    private static final String LABEL = "io.buildpacks.lifecycle.metadata";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Override
    public @Nullable BaseBoundary find(Image image, Image masked) {
        DiffId topLayer = topLayer(image.config().container().labels().get(LABEL));
        List<DiffId> layers = image.config().diffIds();
        if (topLayer == null || !layers.contains(topLayer)) {
            return null;
        }
        String sentence = "The label " + LABEL + " states that layer " + topLayer.shortForm()
                + " is the top layer of the run image";
        int index = layers.indexOf(topLayer);
        return index == layers.lastIndexOf(topLayer) ? new BaseBoundary.Known(index + 1, sentence + ".")
                : new BaseBoundary.Unknown(sentence + ", but the image has this layer more than once.");
    }

    private static @Nullable DiffId topLayer(@Nullable String label) {
        if (label == null) {
            return null;
        }
        try {
            return DiffId.parse(MAPPER.readTree(label).path("runImage").path("topLayer").stringValue(""));
        } catch (JacksonException | InvalidValueException ex) {
            return null;
        }
    }
}
