package dev.tare.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

import dev.tare.comparison.Comparison.LayerPresence;
import dev.tare.comparison.Comparison.Sharing;
import dev.tare.image.DiffId;
import dev.tare.inspection.InspectedLayer;
import dev.tare.inspection.Inspection;
import org.jspecify.annotations.Nullable;

/** The layers of each image, matched by diff ID. */
final class LayerMatrix {

    private final Map<DiffId, LayerPresence> rows;

    private LayerMatrix(Map<DiffId, LayerPresence> rows) {
        this.rows = rows;
    }

    static LayerMatrix of(List<Inspection> images) {
        Map<DiffId, LayerPresence> rows = new LinkedHashMap<>();
        for (int index = 0; index < images.size(); index++) {
            for (InspectedLayer layer : images.get(index).weight().layers()) {
                rows.merge(diffId(layer), presence(layer, index), LayerMatrix::merge);
            }
        }
        return new LayerMatrix(rows);
    }

    List<LayerPresence> rows() {
        return List.copyOf(this.rows.values());
    }

    Sharing sharingOf(Inspection image) {
        Predicate<InspectedLayer> shared = layer -> row(layer).isShared();
        List<InspectedLayer> common = image.weight().layers().stream().filter(shared).toList();
        List<InspectedLayer> unique = image.weight().layers().stream().filter(shared.negate()).toList();
        return new Sharing(common.size(), unique.size(), uncompressed(common), uncompressed(unique),
                compressed(common), compressed(unique));
    }

    private LayerPresence row(InspectedLayer layer) {
        return Objects.requireNonNull(this.rows.get(diffId(layer)));
    }

    private static long uncompressed(List<InspectedLayer> layers) {
        return layers.stream().mapToLong(InspectedLayer::uncompressedSize).sum();
    }

    private static @Nullable Long compressed(List<InspectedLayer> layers) {
        Map<DiffId, Long> blobs = new LinkedHashMap<>();
        for (InspectedLayer layer : layers) {
            if (!layer.layer().isCompressed()) {
                return null;
            }
            blobs.putIfAbsent(diffId(layer), layer.layer().storedSize());
        }
        return blobs.values().stream().mapToLong(Long::longValue).sum();
    }

    private static LayerPresence presence(InspectedLayer layer, int image) {
        Long compressed = layer.layer().isCompressed() ? layer.layer().storedSize() : null;
        return new LayerPresence(diffId(layer), layer.uncompressedSize(), compressed, List.of(image));
    }

    private static LayerPresence merge(LayerPresence first, LayerPresence next) {
        Long compressed = first.compressedSize() != null ? first.compressedSize() : next.compressedSize();
        if (first.images().getLast().equals(next.images().getFirst())) {
            return new LayerPresence(first.diffId(), first.uncompressedSize(), compressed, first.images());
        }
        List<Integer> images = new ArrayList<>(first.images());
        images.addAll(next.images());
        return new LayerPresence(first.diffId(), first.uncompressedSize(), compressed, images);
    }

    private static DiffId diffId(InspectedLayer layer) {
        return layer.layer().diffId();
    }
}
