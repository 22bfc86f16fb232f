package dev.tare.web;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.report.ComparisonReport;
import dev.tare.report.DifferenceReport;
import dev.tare.report.FileMatrixReport;
import dev.tare.report.FilesDifferenceReport;
import dev.tare.report.ImageReport;
import dev.tare.report.Listing;
import dev.tare.report.MatrixReport;
import dev.tare.report.SizeChart;
import dev.tare.report.SvgChart;
import dev.tare.report.TallyReport;
import dev.tare.report.VersionRowReport;
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

    private static final int MANY_LAYERS = 30;

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

    /** Positions of the practices that an image leaves open or waives. */
    public List<Integer> openPractices() {
        return practices(true);
    }

    /** Positions of the practices that every image follows, or that do not apply to it. */
    public List<Integer> keptPractices() {
        return practices(false);
    }

    /** Packages, libraries, runtimes and files of more than two images, those that differ first; of two the difference tells. */
    public List<SideBySide> sideBySide() {
        if (images().size() < 3) {
            return List.of();
        }
        MatrixReport matrix = this.report.matrix();
        return Stream.of(SideBySide.of("Packages", matrix.packages(), this.rows),
                SideBySide.of("Java libraries", matrix.jars(), this.rows),
                SideBySide.of("Libraries unpacked into jars", matrix.shadedLibraries(), this.rows),
                SideBySide.of("Java runtimes", matrix.javaRuntimes(), this.rows),
                SideBySide.of(matrix.files(), this.rows))
                .filter(table -> table.total > 0)
                .toList();
    }

    public List<Tally> tallies() {
        FilesDifferenceReport files = this.difference.files();
        return List.of(new Tally("Added", files.added()), new Tally("Removed", files.removed()),
                new Tally("Modified", files.modified()), new Tally("Moved", files.moved()),
                new Tally("Unmodified", files.unmodified()));
    }

    /** In how many of their lowest layers the two images of the differences are the same. */
    public String leadingLayers() {
        return LeadingLayers.sentence(images().get(this.from), images().get(this.to));
    }

    /** Which of an image's lowest layers other images here begin with too. */
    public String leadingLayers(ImageReport image) {
        return new LeadingLayers(images()).sentence(image);
    }

    /** How many of its lowest layers are the lowest of another image here. */
    public int leadingLayerCount(ImageReport image) {
        return new LeadingLayers(images()).of(image);
    }

    /** Whether another image of this comparison has the layer too. */
    public boolean isShared(String diffId) {
        return this.report.layers()
                .stream()
                .anyMatch(layer -> layer.diffId().equals(diffId) && layer.images().size() > 1);
    }

    /** Whether the layers are too many to show them all at once. */
    public boolean hasManyLayers() {
        return images().stream().mapToInt(image -> image.layers().size()).sum() > MANY_LAYERS;
    }

    /** The first of a long list. */
    public <T> List<T> first(List<T> items) {
        return items.stream().limit(this.rows).toList();
    }

    /** How many of a list are not shown. */
    public long hidden(long total) {
        return Math.max(total - this.rows, 0);
    }

    private List<Integer> practices(boolean open) {
        return IntStream.range(0, images().getFirst().practices().size())
                .filter(at -> open == images().stream()
                        .map(image -> image.practices().get(at))
                        .anyMatch(practice -> practice.open() || practice.waivedBecause() != null))
                .boxed()
                .toList();
    }

    /**
     * A table that has a column for each image.
     *
     * @param count how many there are, and how many of them differ
     * @param total how many rows there are, shown or not
     * @param first which rows are shown if not all are
     */
    record SideBySide(String title, List<Row> rows, String count, long total, String first) {

        private static final Shown SHOWN = new Shown();

        static SideBySide of(String title, Listing<VersionRowReport> rows, int most) {
            long differing = MatrixRows.differing(rows);
            return new SideBySide(title, MatrixRows.of(rows, most), SHOWN.count(rows.total()) + ", of which "
                    + SHOWN.count(differing) + (differing == 1 ? " differs" : " differ"), rows.total(),
                    "those that differ");
        }

        static SideBySide of(FileMatrixReport files, int most) {
            long differing = files.differing().total();
            return new SideBySide("Files", FileRows.of(files, most),
                    SHOWN.count(differing + files.samePaths()) + " paths, of which "
                            + SHOWN.count(differing) + (differing == 1 ? " differs" : " differ"),
                    differing, "the largest");
        }
    }

    /** How many paths became what. */
    record Tally(String title, TallyReport report) {}
}
