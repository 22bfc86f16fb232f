package dev.tare.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.tare.report.ImageReport;
import dev.tare.report.LayerReport;

import static java.util.stream.Collectors.joining;

/** The lowest layers that images have in common, by diff ID and whatever their bases are. */
final class LeadingLayers {

    private static final Shown SHOWN = new Shown();

    private final List<ImageReport> images;

    LeadingLayers(List<ImageReport> images) {
        this.images = images;
    }

    /** How many of an image's lowest layers are the lowest of another image as well. */
    int of(ImageReport image) {
        return others(image).stream().mapToInt(other -> common(image, other)).max().orElse(0);
    }

    /** Which of an image's lowest layers are the lowest of which other images. */
    String sentence(ImageReport image) {
        SortedMap<Integer, List<ImageReport>> by = new TreeMap<>(Comparator.reverseOrder());
        others(image).stream()
                .filter(other -> common(image, other) > 0)
                .forEach(other -> by.computeIfAbsent(common(image, other), _ -> new ArrayList<>()).add(other));
        if (by.isEmpty()) {
            return "No other image here begins with the same layer.";
        }
        List<String> parts = new ArrayList<>();
        by.forEach((layers, of) -> parts.add(lowest(image, layers) + " of " + names(of)));
        return "In common: " + String.join("; ", parts) + ".";
    }

    /** How many of the lowest layers are the same in two images. */
    static String sentence(ImageReport from, ImageReport to) {
        int layers = common(from, to);
        return layers == 0 ? "They begin with different layers."
                : "In common: " + lowest(from, layers) + " of both.";
    }

    private List<ImageReport> others(ImageReport image) {
        return this.images.stream().filter(other -> other.index() != image.index()).toList();
    }

    private static int common(ImageReport one, ImageReport other) {
        int most = Math.min(one.layers().size(), other.layers().size());
        int same = 0;
        while (same < most && one.layers().get(same).diffId().equals(other.layers().get(same).diffId())) {
            same++;
        }
        return same;
    }

    private static String lowest(ImageReport image, int layers) {
        long bytes = image.layers().stream().limit(layers).mapToLong(LayerReport::uncompressedBytes).sum();
        return (layers == 1 ? "the lowest layer" : "the lowest " + SHOWN.count(layers) + " layers") + " ("
                + SHOWN.size(bytes) + ")";
    }

    private static String names(List<ImageReport> images) {
        return images.stream().map(image -> SHOWN.text(image.name())).collect(joining(", "));
    }
}
