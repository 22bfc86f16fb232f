package dev.tare.web;

import java.util.List;

import dev.tare.report.ComparisonReport;
import dev.tare.report.ImageReport;

/** The verdict in plain words. */
final class Headline {

    private static final Shown SHOWN = new Shown();

    private Headline() {}

    /** A sentence for each image but the first, which is named where there is only one sentence. */
    static List<String> of(ComparisonReport report) {
        ImageReport reference = report.images().getFirst();
        String other = report.images().size() > 2 ? "the reference" : SHOWN.text(reference.name());
        return report.images().stream().skip(1).map(image -> sentence(reference, image, other)).toList();
    }

    private static String sentence(ImageReport reference, ImageReport image, String other) {
        long from = reference.weight().grossUncompressedBytes();
        long to = image.weight().grossUncompressedBytes();
        String name = SHOWN.text(image.name());
        if (from == to) {
            return name + " weighs the same as " + other;
        }
        String percent = SHOWN.percent(from, to);
        return name + " is " + SHOWN.size(Math.abs(to - from)) + (to < from ? " smaller" : " larger")
                + (percent.isEmpty() ? "" : " (" + percent + ")") + " than " + other;
    }
}
