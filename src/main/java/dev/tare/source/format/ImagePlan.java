package dev.tare.source.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import dev.tare.archive.StoredLayer;
import dev.tare.image.Compression;
import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.HistoryEntry;
import dev.tare.image.Image;
import dev.tare.image.ImageConfig;
import dev.tare.image.Layer;
import dev.tare.image.Platform;
import dev.tare.image.Provenance;
import dev.tare.limits.Limit;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;
import dev.tare.referrer.Referrer;
import org.jspecify.annotations.Nullable;

/**
 * An image as its documents describe it.
 *
 * @param otherPlatforms the platforms that could have been selected instead
 * @param attestations   in the index of the image
 */
public record ImagePlan(String name, Digest id, @Nullable Digest manifestDigest, Map<String, String> annotations,
        ImageConfig config, List<LayerPlan> layers, List<String> remarks, @Nullable Provenance provenance,
        List<Platform> otherPlatforms, List<Referrer> attestations) {

    /** An image without provenance and other platforms. */
    ImagePlan(String name, Digest id, @Nullable Digest manifestDigest, Map<String, String> annotations,
            ImageConfig config, List<LayerPlan> layers, List<String> remarks) {
        this(name, id, manifestDigest, annotations, config, layers, remarks, null, List.of(), List.of());
    }

    public ImagePlan {
        remarks = List.copyOf(remarks);
        annotations = Map.copyOf(annotations);
        layers = List.copyOf(layers);
        otherPlatforms = List.copyOf(otherPlatforms);
        attestations = List.copyOf(attestations);
    }

    /**
     * The image, after its layers were read.
     *
     * @param stored one for each layer, in their order
     * @throws dev.tare.image.InvalidImageException if a layer differs from its description
     */
    public Image image(List<StoredLayer> stored) {
        List<Layer> checked = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            checked.add(this.layers.get(i).verify(stored.get(i)));
        }
        return new Image(this.name, this.id, this.manifestDigest, this.annotations, configOf(checked), checked,
                remarksOn(checked), this.provenance).withOtherPlatforms(this.otherPlatforms);
    }

    /** Old archives state no diff IDs, so those of the layers are used. */
    private ImageConfig configOf(List<Layer> checked) {
        return this.config.diffIds().size() == checked.size() ? this.config
                : this.config.withDiffIds(checked.stream().map(Layer::diffId).toList());
    }

    private List<String> remarksOn(List<Layer> checked) {
        List<Layer> others = checked.stream().filter(ImagePlan::isStoredOtherwise).toList();
        if (others.isEmpty()) {
            return this.remarks;
        }
        Layer first = others.getFirst();
        return Stream.concat(this.remarks.stream(), Stream.of("Media type and compression differ in " + others.size()
                + " of " + checked.size() + " layers. The first of these layers has the media type "
                + first.mediaType() + ", but its compression is "
                + first.compression().name().toLowerCase(Locale.ROOT) + ".")).toList();
    }

    private static boolean isStoredOtherwise(Layer layer) {
        Compression stated = layer.mediaType().compression();
        return stated != null && stated != layer.compression();
    }

    /**
     * Matches paths, diff IDs and history of the layers.
     *
     * @param configPath  for errors
     * @param paths       of the layers
     * @param descriptors of the layers; empty in a docker archive
     */
    static List<LayerPlan> layers(String configPath, ImageConfig config, List<String> paths,
            List<Descriptor> descriptors, Limits limits) {
        if (paths.size() > limits.get(Limit.LAYERS)) {
            throw new LimitExceededException(Limit.LAYERS, limits.get(Limit.LAYERS), null);
        }
        if (paths.size() != config.diffIds().size()) {
            throw MismatchException.ofLayerCount(configPath, paths.size(), config.diffIds().size());
        }
        List<HistoryEntry> history = config.layerHistory();
        List<LayerPlan> layers = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            layers.add(new LayerPlan(i + 1, paths.get(i), descriptors.isEmpty() ? null : descriptors.get(i),
                    config.diffIds().get(i), history.size() == paths.size() ? history.get(i) : null));
        }
        return layers;
    }
}
