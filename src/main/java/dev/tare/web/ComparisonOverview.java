package dev.tare.web;

import java.util.List;

import dev.tare.catalog.KeptComparison;
import dev.tare.report.ImageSizes;
import dev.tare.report.document.Headline;
import dev.tare.report.document.Line;

/** The headlines and the sizes of a comparison, which need no report. */
record ComparisonOverview(String id, List<ImageSizes> images) {

    static ComparisonOverview of(KeptComparison kept) {
        return new ComparisonOverview(kept.id(), ImageSizes.of(kept.comparison()));
    }

    public List<Line> headlines() {
        return Headline.of(this.images);
    }
}
