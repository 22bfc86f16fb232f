package dev.tare.web;

import java.util.List;

import dev.tare.report.ComparisonReport;
import dev.tare.report.ImageReport;
import dev.tare.report.chart.ChartFormat;
import dev.tare.report.document.VisibleText;
import dev.tare.report.output.ReportFormat;
import dev.tare.report.overview.Overview;
import dev.tare.report.section.Document;
import dev.tare.web.request.PairAddress;
import dev.tare.web.request.PolicyAddress;

import static java.util.stream.Collectors.joining;

/**
 * The data for the page of a comparison.
 *
 * @param from  index of the image on the left side of the differences
 * @param to    index of the image on the right side of the differences
 * @param rows  greatest number of rows of long lists
 * @param waive the waivers in the page's address
 */
record ComparisonPage(String id, ComparisonReport report, Document document, int from, int to, int rows,
        List<String> waive) {

    ComparisonPage {
        waive = List.copyOf(waive);
    }

    static ComparisonPage of(String id, ComparisonReport report, View view, List<String> waive) {
        int images = report.images().size();
        return new ComparisonPage(id, report, Document.of(report), view.fromImage(images),
                view.toImage(images), view.rowCount(), waive);
    }

    public List<ImageReport> images() {
        return this.report.images();
    }

    /** The first answers about the shown pair. */
    public Overview overview() {
        return Overview.of(images().get(this.from), images().get(this.to), this.report.differences().getFirst());
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
}
