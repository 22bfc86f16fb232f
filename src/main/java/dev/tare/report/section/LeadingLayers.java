package dev.tare.report.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.tare.report.ImageReport;
import dev.tare.report.document.Line;
import dev.tare.report.document.Value;
import dev.tare.wording.Counts;

/** The lowest layers that images share, by diff ID and independent of their base images. */
final class LeadingLayers {

    private final List<ImageReport> images;

    LeadingLayers(List<ImageReport> images) {
        this.images = images;
    }

    /** The number of an image's lowest layers that are also the lowest of another image. */
    int of(ImageReport image) {
        return others(image).mapToInt(other -> common(image, other)).max().orElse(0);
    }

    /** The lowest layers of an image that are also the lowest of other images. */
    Line sentence(ImageReport image) {
        SortedMap<Integer, List<Value>> by = new TreeMap<>(Comparator.reverseOrder());
        others(image).filter(other -> common(image, other) > 0)
                .forEach(other -> by.computeIfAbsent(common(image, other), _ -> new ArrayList<>())
                        .add(Value.ImageName.of(other)));
        if (by.isEmpty()) {
            return Line.of("No other image here begins with the same layer.");
        }
        List<Line> parts = by.entrySet()
                .stream()
                .map(entry -> Line.of(lowest(image, entry.getKey()), " of ", Line.joined(entry.getValue(), ", ")))
                .toList();
        return Line.of("In common: ", Line.joined(parts, "; "), ".");
    }

    /** The number of lowest layers that two images share. */
    static Line sentence(ImageReport from, ImageReport to) {
        if (from.layers().isEmpty() || to.layers().isEmpty()) {
            return Line.of(from.layers().isEmpty() && to.layers().isEmpty() ? "Neither has layers."
                    : "One of them has no layers.");
        }
        int layers = common(from, to);
        return layers == 0 ? Line.of("They begin with different layers.")
                : Line.of("In common: ", lowest(from, layers), " of both.");
    }

    private Stream<ImageReport> others(ImageReport image) {
        return this.images.stream().filter(other -> other.index() != image.index());
    }

    private static int common(ImageReport one, ImageReport other) {
        int most = Math.min(one.layers().size(), other.layers().size());
        int same = 0;
        while (same < most && one.layers().get(same).diffId().equals(other.layers().get(same).diffId())) {
            same++;
        }
        return same;
    }

    private static Line lowest(ImageReport image, int layers) {
        long bytes = image.layers().stream().limit(layers).mapToLong(ImageReport.Layer::uncompressedBytes).sum();
        return Line.of(layers == 1 ? "the lowest layer (" : "the lowest " + Counts.of(layers) + " layers (",
                new Value.Size(bytes, false), ")");
    }
}
