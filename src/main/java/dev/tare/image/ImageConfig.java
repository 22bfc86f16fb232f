package dev.tare.image;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The config of an image: its platform, its defaults for containers, its layers and its history.
 *
 * @param diffIds the lowest layer first
 * @param history the oldest step first; empty if the builder wrote none
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/config.md">OCI image specification, image
 *      configuration</a>
 */
public record ImageConfig(Platform platform, @Nullable Instant created, @Nullable String author,
        ContainerConfig container, List<DiffId> diffIds, List<HistoryEntry> history) {

    /** Far more than any builder writes. Every entry stays in memory. */
    private static final int MAX_HISTORY = 4096;

    public ImageConfig {
        diffIds = List.copyOf(diffIds);
        history = List.copyOf(history);
    }

    /**
     * Parses a config in the OCI or the Docker form.
     *
     * @param name the name of the document for errors
     * @throws InvalidDocumentException if it has another form
     */
    public static ImageConfig parse(String name, byte[] json) {
        return JsonDocument.read(name, json, ImageConfig::from);
    }

    /** The history entries that created a layer, in the order of the layers. */
    public List<HistoryEntry> layerHistory() {
        return this.history.stream().filter(entry -> !entry.emptyLayer()).toList();
    }

    /** A copy with the diff IDs that were computed from the layers. */
    public ImageConfig withDiffIds(List<DiffId> diffIds) {
        return new ImageConfig(this.platform, this.created, this.author, this.container, diffIds, this.history);
    }

    /** A copy with the history that the layers of a legacy archive contain. */
    public ImageConfig withHistory(List<HistoryEntry> history) {
        return new ImageConfig(this.platform, this.created, this.author, this.container, this.diffIds, history);
    }

    static ImageConfig ofLegacyLayer(JsonDocument document) {
        List<String> command = document.optional("container_config").textList("Cmd");
        HistoryEntry step = new HistoryEntry(document.instant("created"),
                command.isEmpty() ? null : String.join(" ", command), document.text("author"),
                document.text("comment"), false);
        return new ImageConfig(document.platform(), step.created(), step.author(),
                ContainerConfig.from(document.optional("config")), List.of(), List.of(step));
    }

    private static ImageConfig from(JsonDocument document) {
        return new ImageConfig(document.platform(), document.instant("created"), document.text("author"),
                ContainerConfig.from(document.optional("config")),
                document.required("rootfs").textList("diff_ids").stream().map(DiffId::parse).toList(),
                document.list("history", MAX_HISTORY).stream().map(ImageConfig::historyEntry).toList());
    }

    private static HistoryEntry historyEntry(JsonDocument json) {
        return new HistoryEntry(json.instant("created"), json.text("created_by"), json.text("author"),
                json.text("comment"), json.flag("empty_layer"));
    }
}
