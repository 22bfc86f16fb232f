package dev.tare.source.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.tare.image.Digest;
import dev.tare.image.HistoryEntry;
import dev.tare.image.ImageConfig;
import dev.tare.image.LegacyLayer;
import dev.tare.image.Platform;
import dev.tare.limits.Limit;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;

/**
 * The archive of a Docker engine older than 1.10: {@code repositories} refers to uppermost layers, and each layer to
 * the next lower one. It has no config, no diff IDs and no digests, so the config is that of the uppermost layer.
 *
 * @see <a href="https://github.com/moby/moby/blob/v20.10.27/image/spec/v1.md">Docker image specification 1.0</a>
 */
final class LegacyArchive {

    static final String REPOSITORIES = "repositories";

    private static final String REMARK =
            "A Docker engine older than 1.10 saved this image. Its archives have neither a config nor digests, "
                    + "so Tare cannot verify that the layers are complete. Tare takes the config from the uppermost "
                    + "layer and computes the diff IDs. The image ID is the digest of that layer's document and "
                    + "differs from the image ID in an engine.";

    private final Entries entries;

    private final ImageSelection selection;

    private final Limits limits;

    LegacyArchive(Entries entries, ImageSelection selection, Limits limits) {
        this.entries = entries;
        this.selection = selection;
        this.limits = limits;
    }

    ImagePlan plan() {
        Map<String, String> tags = LegacyLayer.parseTags(REPOSITORIES, this.entries.document(REPOSITORIES));
        String tag = choose(tags);
        List<Link> chain = chain(Objects.requireNonNull(tags.get(tag)));
        List<HistoryEntry> history = chain.stream().map(link -> link.layer().step()).toList();
        ImageConfig config = chain.getLast().layer().config().withHistory(history);
        requirePlatform(config.platform());
        return new ImagePlan(tag, chain.getLast().digest(), null, Map.of(), config, layers(chain), List.of(REMARK));
    }

    private String choose(Map<String, String> tags) {
        List<String> choices = List.copyOf(tags.keySet());
        String wanted = this.selection.name();
        if (wanted != null) {
            return choices.stream()
                    .filter(tag -> ImageName.isSame(tag, wanted))
                    .findFirst()
                    .orElseThrow(() -> NoSuchImageException.named(this.entries.name(), wanted, choices));
        }
        if (choices.isEmpty()) {
            throw UnsupportedImageException.noManifest(this.entries.name(), "its repositories document lists no image");
        }
        if (new LinkedHashSet<>(tags.values()).size() > 1) {
            throw new AmbiguousImageException(this.entries.name(), choices);
        }
        return choices.getFirst();
    }

    /** The layers, the lowest first. */
    private List<Link> chain(String uppermost) {
        Deque<Link> chain = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        for (String name = uppermost; name != null; name = chain.getFirst().layer().parent()) {
            if (!seen.add(name)) {
                throw UnsupportedImageException.ancestorOfItself(name);
            }
            if (seen.size() > this.limits.get(Limit.LAYERS)) {
                throw new LimitExceededException(Limit.LAYERS, this.limits.get(Limit.LAYERS), null);
            }
            chain.addFirst(link(name));
        }
        return List.copyOf(chain);
    }

    private Link link(String name) {
        String path = name + "/json";
        byte[] document = this.entries.document(path);
        return new Link(name, Digest.sha256Of(document), LegacyLayer.parse(path, document));
    }

    private static List<LayerPlan> layers(List<Link> chain) {
        List<LayerPlan> layers = new ArrayList<>();
        for (Link link : chain) {
            layers.add(new LayerPlan(layers.size() + 1, link.name() + "/layer.tar", null, null, link.layer().step()));
        }
        return layers;
    }

    private void requirePlatform(Platform actual) {
        Platform wanted = this.selection.platform();
        if (wanted != null && !wanted.accepts(actual)) {
            throw NoSuchImageException.forPlatform(this.entries.name(), wanted, List.of(actual.toString()));
        }
    }

    /** A layer with the name of its folder and the digest of its document. */
    private record Link(String name, Digest digest, LegacyLayer layer) {}
}
