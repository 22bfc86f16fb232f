package dev.tare.report.document;

import java.util.List;

import dev.tare.report.ComparisonReport;
import dev.tare.report.ImageReport;
import dev.tare.wording.Bytes;

/** The result of a comparison in plain words. */
public final class Headline {

    private Headline() {}

    /** A sentence for each image but the first. It names the first image only if there is one sentence. */
    public static List<Line> of(ComparisonReport report) {
        ImageReport reference = report.images().getFirst();
        Object other = report.images().size() > 2 ? "the reference" : Value.ImageName.of(reference);
        return report.images().stream().skip(1).map(image -> sentence(reference, image, other)).toList();
    }

    /** How much larger or smaller an image is than another. */
    public static Line sentence(ImageReport from, ImageReport to, Object other) {
        long before = from.sizes().uncompressedBytes();
        long after = to.sizes().uncompressedBytes();
        Value.ImageName name = Value.ImageName.of(to);
        if (before == after) {
            return Line.of(name, hasLayers(from, to) ? " has the same layers as " : " is as large as ", other);
        }
        String percent = Bytes.growthInPercent(before, after);
        return Line.of(name, " is ", new Value.Size(Math.abs(after - before), false),
                after < before ? " smaller" : " larger", percent.isEmpty() ? null : " (",
                percent.isEmpty() ? null : new Value.Figure(percent), percent.isEmpty() ? null : ")", " than ", other);
    }

    private static boolean hasLayers(ImageReport from, ImageReport to) {
        return from.layers()
                .stream()
                .map(ImageReport.Layer::diffId)
                .toList()
                .equals(to.layers().stream().map(ImageReport.Layer::diffId).toList());
    }
}
