package dev.tare.image;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A layer in an archive of a Docker engine older than 1.10. There, each layer was an image with a parent.
 *
 * @param parent  the name of the next lower layer in the archive; {@code null} for the lowest
 * @param config  the part of the config in this layer: without diff IDs, and with only this step in the history
 * @see <a href="https://github.com/moby/moby/blob/v20.10.27/image/spec/v1.md">Docker image specification 1.0</a>
 */
public record LegacyLayer(@Nullable String parent, ImageConfig config) {

    /**
     * Parses the {@code json} of a layer.
     *
     * @param name the name of the document for errors
     * @throws InvalidDocumentException if it has another form
     */
    public static LegacyLayer parse(String name, byte[] json) {
        return JsonDocument.read(name, json, LegacyLayer::from);
    }

    /**
     * Parses the {@code repositories} document of the archive: tags such as {@code app:1}, and the name of the
     * uppermost layer for each.
     *
     * @param name the name of the document for errors
     * @throws InvalidDocumentException if it has another form
     */
    public static Map<String, String> parseTags(String name, byte[] json) {
        return JsonDocument.read(name, json, document -> {
            Map<String, String> layers = new LinkedHashMap<>();
            document.keys()
                    .forEach(repository -> document.texts(repository)
                            .forEach((tag, layer) -> layers.put(repository + ":" + tag, layer)));
            return layers;
        });
    }

    /** The step that created the layer. */
    public HistoryEntry step() {
        return this.config.history().getFirst();
    }

    private static LegacyLayer from(JsonDocument document) {
        String parent = document.text("parent");
        return new LegacyLayer(parent == null || parent.isEmpty() ? null : parent, ImageConfig.ofLegacyLayer(document));
    }
}
