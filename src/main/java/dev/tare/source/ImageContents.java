package dev.tare.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

import dev.tare.archive.StoredLayer;
import dev.tare.image.Image;
import dev.tare.referrer.Referrers;
import dev.tare.source.format.ImagePlan;
import dev.tare.source.format.LayerPlan;

/**
 * An image, and the result of a {@link LayerReader} for each of its layers.
 *
 * @param layers    one for each of {@link Image#layers()}, in their order
 * @param referrers as far as the source knows them
 */
public record ImageContents<T>(Image image, List<T> layers, Referrers referrers) {

    public ImageContents {
        layers = List.copyOf(layers);
        if (layers.size() != image.layers().size()) {
            throw new IllegalArgumentException(
                    image.layers().size() + " layers, but " + layers.size() + " were read");
        }
    }

    /** An image that is not in a registry. */
    public ImageContents(Image image, List<T> layers) {
        this(image, layers, Referrers.OUTSIDE_REGISTRY);
    }

    /** A copy with another name of the image. */
    public ImageContents<T> withName(String name) {
        return new ImageContents<>(this.image.withName(name), this.layers, this.referrers);
    }

    /** A copy with other referrers. */
    ImageContents<T> withReferrers(Referrers others) {
        return new ImageContents<>(this.image, this.layers, others);
    }

    /**
     * Assembles an image from layers that were read.
     *
     * @param read  returns the layer of a plan; layers with the same blob may share one
     * @param again charges the image for one more use of a shared layer
     */
    public static <T> ImageContents<T> of(ImagePlan plan, Function<LayerPlan, ReadLayer<T>> read,
            BiFunction<LayerPlan, ReadLayer<T>, ReadLayer<T>> again) {
        List<StoredLayer> stored = new ArrayList<>();
        List<T> values = new ArrayList<>();
        Set<ReadLayer<T>> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        for (LayerPlan layer : plan.layers()) {
            ReadLayer<T> result = read.apply(layer);
            stored.add(result.stored());
            values.add((taken.add(result) ? result : again.apply(layer, result)).value());
        }
        return new ImageContents<>(plan.image(stored), values,
                Referrers.OUTSIDE_REGISTRY.after(plan.attestations()));
    }
}
