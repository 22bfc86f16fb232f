package dev.tare.inspection;

import java.util.List;

import dev.tare.filetree.merge.WastedFile;
import dev.tare.inspection.base.Origin;
import dev.tare.inspection.waste.DiveEfficiency;
import dev.tare.inspection.waste.Duplicates;

/**
 * The sizes of an image, by layer and by purpose.
 *
 * @param layers     the lowest first
 * @param waste      the largest first
 * @param duplicates in the merged tree
 * @param efficiency as dive defines it, for comparison
 */
public record Weight(Sizes sizes, List<InspectedLayer> layers, List<WastedFile> waste, Duplicates duplicates,
        DiveEfficiency efficiency) {

    public Weight {
        layers = List.copyOf(layers);
        waste = List.copyOf(waste);
    }

    /** The uncompressed bytes of the layers of one origin. */
    public long uncompressedSize(Origin origin) {
        return this.layers.stream()
                .filter(layer -> layer.origin() == origin)
                .mapToLong(InspectedLayer::uncompressedSize)
                .sum();
    }
}
