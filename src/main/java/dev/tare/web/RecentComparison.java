package dev.tare.web;

import java.util.List;

import dev.tare.wording.Bytes;
import dev.tare.wording.Counts;

/**
 * A comparison in the list of the start page.
 *
 * @param result the difference between two images, or the number of more
 */
record RecentComparison(String id, List<Image> images, String result) {

    /** The length of the largest image's bar. */
    private static final long BAR = 120;

    /** The height of a bar with the gap below it. */
    private static final int ROW = 7;

    static RecentComparison of(ComparisonSummary summary) {
        long largest = Math.max(1, summary.images()
                .stream()
                .mapToLong(ComparisonSummary.ImageSummary::uncompressedBytes)
                .max()
                .orElse(1));
        List<Image> images = summary.images()
                .stream()
                .map(image -> new Image(image.name(), image.uncompressedBytes(),
                        Math.max(1, BAR * image.uncompressedBytes() / largest)))
                .toList();
        return new RecentComparison(summary.id(), images, result(images));
    }

    /** The height of all bars. */
    public int height() {
        return ROW * this.images.size();
    }

    private static String result(List<Image> images) {
        if (images.size() != 2) {
            return Counts.of(images.size(), "image", "images");
        }
        long before = images.getFirst().uncompressedBytes();
        long after = images.getLast().uncompressedBytes();
        if (before == after) {
            return "same size";
        }
        String percent = Bytes.growthInPercent(before, after).replaceAll("[+-]", "");
        return Bytes.rounded(Math.abs(after - before)) + (percent.isEmpty() ? "" : " (" + percent + ")")
                + (after < before ? " lighter" : " heavier");
    }

    /** @param width of its bar */
    record Image(String name, long uncompressedBytes, long width) {}
}
