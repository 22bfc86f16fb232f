package dev.tare.web;

import java.net.URI;
import java.util.List;
import java.util.Set;

import dev.tare.report.ComparisonReport;
import dev.tare.report.DifferenceReport;
import dev.tare.report.FilesReport;
import dev.tare.report.ImageReport;
import dev.tare.report.chart.ChartFormat;
import dev.tare.report.document.Table;
import dev.tare.report.document.VisibleText;
import dev.tare.report.output.ReportFormat;
import dev.tare.report.overview.CheckGroups;
import dev.tare.report.overview.Composition;
import dev.tare.report.overview.KeyFigure;
import dev.tare.report.overview.Overview;
import dev.tare.report.section.BreakdownTable;
import dev.tare.report.section.PageSection;
import dev.tare.report.section.PageSections;
import dev.tare.report.section.SoftwareFilter;
import dev.tare.web.request.PairAddress;
import dev.tare.web.request.PolicyAddress;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

/**
 * The data for the page of a comparison, or of a single image.
 *
 * @param report   about the shown images; a single image is its only one
 * @param all      the images of the comparison
 * @param from     index of the image before
 * @param to       index of the image after; the same for a single image
 * @param rows     greatest number of rows of long lists
 * @param software the packages and libraries to show
 * @param waive    the values of this parameter in the page's address
 */
record ComparisonPage(String id, ComparisonReport report, List<ImageReport> all, int from, int to, int rows,
        SoftwareFilter software, List<String> waive) {

    ComparisonPage {
        all = List.copyOf(all);
        waive = List.copyOf(waive);
    }

    static ComparisonPage of(String id, ComparisonReport report, View view, List<String> waive) {
        int images = report.images().size();
        int from = view.fromImage(images);
        int to = view.toImage(images);
        return new ComparisonPage(id, from == to ? report.only(from) : report, report.images(), from, to,
                view.rowCount(), view.software(), waive);
    }

    /** Whether the page shows one image, without differences. */
    public boolean single() {
        return this.from == this.to;
    }

    public List<ImageReport> images() {
        return this.report.images();
    }

    /** The first answers about the shown pair. */
    public Overview overview() {
        return Overview.of(this.all.get(this.from), this.all.get(this.to), difference());
    }

    /** The first answers about a single image. */
    public Composition composition() {
        return Composition.of(images().getFirst());
    }

    public List<KeyFigure> figures() {
        return KeyFigure.of(images());
    }

    public CheckGroups checks() {
        return CheckGroups.of(images());
    }

    /** The owners of all bytes. */
    public Table breakdown() {
        return BreakdownTable.of(images());
    }

    public List<PageSection> sections() {
        return PageSections.of(this.report, this.software);
    }

    /** The files of the shown pair that differ. */
    public FilesReport changedFiles() {
        return difference().files();
    }

    public String title() {
        return images().stream().map(image -> VisibleText.of(image.name())).collect(joining(" against "));
    }

    /** The addresses of the views of the shown pair. */
    public PairAddress pair() {
        return new PairAddress(this.id, this.from, this.to, this.waive);
    }

    /** The address of the list of files that differ between the shown pair. */
    public String files() {
        return pair().view("files");
    }

    /** The address of a page below the comparison about the shown images. */
    public String view(String name) {
        return pair().view(name);
    }

    /** The number of layers of the image after that the image before also has. */
    public long sharedLayers() {
        Set<String> before = this.all.get(this.from).layers().stream().map(ImageReport.Layer::diffId).collect(toSet());
        return this.all.get(this.to).layers().stream().filter(layer -> before.contains(layer.diffId())).count();
    }

    /** The address of this page about two of the images, or about one. */
    public String pair(int before, int after) {
        return address("?from=" + before + "&to=" + after);
    }

    /** The address of the report in a format. */
    public String address(ReportFormat format) {
        return PolicyAddress.of("/comparisons/" + this.id + "/report." + format.extension(), this.waive).toString();
    }

    /** The formats of the report for download. */
    public List<ReportFormat> formats() {
        return List.of(ReportFormat.values());
    }

    /** The formats of the chart for download. */
    public List<ChartFormat> chartFormats() {
        return List.of(ChartFormat.values());
    }

    private String address(String query) {
        URI own = PolicyAddress.of("/comparisons/" + this.id, this.waive);
        return own.getRawPath() + query + (own.getRawQuery() == null ? "" : "&" + own.getRawQuery());
    }

    private DifferenceReport difference() {
        return this.report.differences().getFirst();
    }
}
