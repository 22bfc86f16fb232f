package dev.tare.web;

import java.util.List;

import dev.tare.report.ComparisonReport;
import dev.tare.report.DifferenceReport;
import dev.tare.report.FilesDifferenceReport;
import dev.tare.report.ImageReport;
import dev.tare.report.SizeChart;
import dev.tare.report.SvgChart;
import dev.tare.report.TallyReport;
import dev.tare.report.VisibleText;

import static java.util.stream.Collectors.joining;

/**
 * A comparison as its page shows it.
 *
 * @param from       index of the image that the differences start from
 * @param to         index of the image whose differences are shown
 * @param rows       greatest number of rows of long lists
 * @param waive      the waivers of this page, as its address has them
 * @param difference between these two
 */
record ComparisonPage(String id, ComparisonReport report, int from, int to, int rows, List<String> waive,
        DifferenceReport difference) {

    ComparisonPage {
        waive = List.copyOf(waive);
    }

    public List<ImageReport> images() {
        return this.report.images();
    }

    public String title() {
        return images().stream().map(image -> VisibleText.of(image.name())).collect(joining(" against "));
    }

    public List<String> headlines() {
        return Headline.of(this.report);
    }

    /** The chart as SVG, to stand in the page itself. */
    public String chart() {
        return SvgChart.inline(SizeChart.of(this.report));
    }

    public List<Row> sizes() {
        return new SizeRows(this.report).rows();
    }

    public List<SizeRows.Reason> reasons() {
        return new SizeRows(this.report).reasons();
    }

    public List<Row> contents() {
        return new ContentRows(images()).rows();
    }

    public List<Row> config() {
        return new ConfigRows(images()).rows();
    }

    public List<Tally> tallies() {
        FilesDifferenceReport files = this.difference.files();
        return List.of(new Tally("Added", files.added()), new Tally("Removed", files.removed()),
                new Tally("Modified", files.modified()), new Tally("The same", files.unmodified()));
    }

    /** Whether another image of this comparison has the layer too. */
    public boolean isShared(String diffId) {
        return this.report.layers()
                .stream()
                .anyMatch(layer -> layer.diffId().equals(diffId) && layer.images().size() > 1);
    }

    /** The first of a long list. */
    public <T> List<T> first(List<T> items) {
        return items.stream().limit(this.rows).toList();
    }

    /** How many of a list are not shown. */
    public long hidden(long total) {
        return Math.max(total - this.rows, 0);
    }

    /** How many paths became what. */
    record Tally(String title, TallyReport report) {}
}
