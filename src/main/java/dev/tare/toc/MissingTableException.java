package dev.tare.toc;

import java.util.List;

import dev.tare.image.InvalidImageException;
import dev.tare.source.format.LayerPlan;

import static java.util.stream.Collectors.joining;

/** Layers of an image have no table of contents. */
final class MissingTableException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    /** Layers that the message names. */
    private static final int SHOWN = 8;

    /**
     * @param layers  all layers of the image
     * @param without those without a table
     */
    MissingTableException(String image, List<LayerPlan> layers, List<LayerPlan> without) {
        super("no-table-of-contents", image, message(layers, without), null);
    }

    private static String message(List<LayerPlan> layers, List<LayerPlan> without) {
        List<LayerPlan> with = layers.stream().filter(layer -> !without.contains(layer)).toList();
        return (with.isEmpty() ? "No layer has a table of contents (eStargz or zstd:chunked): "
                : without.size() + " of " + layers.size()
                        + " layers " + (without.size() == 1 ? "has" : "have")
                        + " no table of contents (eStargz or zstd:chunked): ")
                + without.stream()
                        .limit(SHOWN)
                        .map(layer -> layer.number() + " (" + layer.path() + ")")
                        .collect(
                                joining(", "))
                + more(without) + "." + (with.isEmpty() ? ""
                        : " These have one: " + with.stream()
                                .limit(SHOWN)
                                .map(layer -> String.valueOf(layer.number()))
                                .collect(joining(", ")) + more(with) + ".")
                + " Leave out --toc-only to read the layers themselves.";
    }

    private static String more(List<LayerPlan> layers) {
        return layers.size() > SHOWN ? " and " + (layers.size() - SHOWN) + " more" : "";
    }
}
