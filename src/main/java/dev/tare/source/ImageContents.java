package dev.tare.source;

import java.util.List;

import dev.tare.image.Image;

/**
 * An image and what a {@link LayerReader} made of each of its layers.
 *
 * @param layers one for each of {@link Image#layers()}, in their order
 */
public record ImageContents<T>(Image image, List<T> layers) {

    public ImageContents {
        layers = List.copyOf(layers);
        if (layers.size() != image.layers().size()) {
            throw new IllegalArgumentException(
                    image.layers().size() + " layers, but " + layers.size() + " were read");
        }
    }
}
