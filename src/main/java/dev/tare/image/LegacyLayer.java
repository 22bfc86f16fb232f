package dev.tare.image;

import org.jspecify.annotations.Nullable;

/**
 * A layer in an archive of a Docker engine older than 1.10, where each layer was an image with a parent.
 *
 * @param parent  which layer is below, by its name in the archive; {@code null} for the lowest
 * @param config  as far as a layer says: without diff IDs, and with a history of this one step
 * @see <a href="https://github.com/moby/moby/blob/v20.10.27/image/spec/v1.md">Docker image specification 1.0</a>
 */
public record LegacyLayer(@Nullable String parent, ImageConfig config) {

    /**
     * Reads the {@code json} of a layer.
     *
     * @param name how errors name the document
     * @throws InvalidDocumentException if it has another form
     */
    public static LegacyLayer parse(String name, byte[] json) {
        return JsonDocument.read(name, json, LegacyLayer::from);
    }

    /** The step that made it. */
    public HistoryEntry step() {
        return this.config.history().getFirst();
    }

    private static LegacyLayer from(JsonDocument document) {
        String parent = document.text("parent");
        return new LegacyLayer(parent == null || parent.isEmpty() ? null : parent, ImageConfig.ofLegacyLayer(document));
    }
}
