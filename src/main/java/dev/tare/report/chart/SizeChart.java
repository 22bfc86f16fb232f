package dev.tare.report.chart;

import java.util.List;

import dev.tare.report.ImageSizes;
import dev.tare.report.InspectionReport;
import dev.tare.report.SizesReport;
import dev.tare.report.document.VisibleText;
import dev.tare.wording.Bytes;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;

/**
 * The picture of image sizes: for each image a bar of its uncompressed bytes, divided into tare and net if they are
 * known. {@link ChartFormat} draws it as a file.
 */
public record SizeChart(String title, List<Bar> bars) {

    private static final String TITLE = "Image sizes, uncompressed";

    /** More bars are not legible, and take much memory to draw. */
    private static final int MOST_BARS = 40;

    public SizeChart {
        bars = List.copyOf(bars);
    }

    /** The chart of the images of a comparison, in their order. It shows only the first of very many. */
    public static SizeChart of(List<ImageSizes> images) {
        int all = images.size();
        String title = all <= MOST_BARS ? TITLE : "%s: the first %d of %d images".formatted(TITLE, MOST_BARS, all);
        return new SizeChart(title, images.stream().limit(MOST_BARS).map(Bar::of).toList());
    }

    /** The chart of one image. */
    public static SizeChart of(InspectionReport report) {
        return new SizeChart(TITLE, List.of(Bar.of(report.image().asSizes())));
    }

    /** The chart as an SVG element that is a part of a page. */
    public String svg() {
        return SvgChart.inline(this, ChartWidth.WIDE);
    }

    /** The same for the screen of a phone. */
    public String narrowSvg() {
        return SvgChart.inline(this, ChartWidth.NARROW);
    }

    /** The contents of the chart in words. */
    public String description() {
        return this.bars.stream()
                .map(bar -> bar.name() + ": " + Bytes.rounded(bar.gross()) + " gross, " + bar.split())
                .collect(joining("; ", "", "."));
    }

    long largest() {
        return this.bars.stream().mapToLong(Bar::gross).max().orElse(0);
    }

    /**
     * One image's bar.
     *
     * @param name  with every character visible
     * @param gross in bytes
     * @param tare  in bytes, or {@code null} if unknown
     * @param net   in bytes, or {@code null} if unknown
     */
    public record Bar(String name, long gross, @Nullable Long tare, @Nullable Long net) {

        static Bar of(ImageSizes image) {
            SizesReport.Weight weight = image.sizes().weight();
            return new Bar(VisibleText.of(image.name()), weight.grossUncompressedBytes(),
                    weight.tareUncompressedBytes(), weight.netUncompressedBytes());
        }

        String split() {
            return this.tare == null || this.net == null ? "base unknown, so tare and net are unknown"
                    : Bytes.rounded(this.tare) + " tare, " + Bytes.rounded(this.net) + " net";
        }
    }
}
