package dev.tare.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

import dev.tare.error.MaskedError;
import dev.tare.report.ComparisonReport;
import dev.tare.report.ImageSizes;
import dev.tare.report.InspectionReport;
import dev.tare.report.chart.SizeChart;
import dev.tare.report.output.ReportFormat;
import dev.tare.report.text.TextReport;
import dev.tare.source.ImageArgument;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options for the destination and format of a report. */
final class OutputOptions {

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
            description = "Output format: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ReportFormat format = ReportFormat.TEXT;

    @Option(names = "--details",
            description = "Write all sections as text. Without it, the text is a summary of at most 40 lines.")
    private boolean details;

    @Mixin
    private TextTarget target = new TextTarget();

    @Option(names = "--chart", paramLabel = "FILE.svg|FILE.png", description = "Write a chart of the sizes to a file.")
    private @Nullable ChartFile chart;

    @Option(names = "--color", paramLabel = "auto|always|never", defaultValue = "auto",
            description = "Colors of the text format. With auto, a terminal has colors unless NO_COLOR is set "
                    + "(default: ${DEFAULT-VALUE}).")
    private Colors colors = Colors.NONE;

    void write(PrintWriter terminal, ComparisonReport report) throws IOException {
        draw(SizeChart.of(ImageSizes.of(report)));
        this.target.write(terminal, writer -> {
            if (this.format == ReportFormat.TEXT) {
                writer.write(this.details ? TextReport.write(report, color()) : TextReport.summarize(report, color()));
            } else {
                this.format.write(report, writer);
            }
        });
    }

    void write(PrintWriter terminal, InspectionReport report) throws IOException {
        draw(SizeChart.of(report));
        this.target.write(terminal, writer -> {
            if (this.format == ReportFormat.TEXT) {
                writer.write(this.details ? TextReport.write(report, color()) : TextReport.summarize(report, color()));
            } else {
                this.format.write(report, writer);
            }
        });
    }

    private boolean color() {
        return this.target.isFile() ? this.colors.inFile() : this.colors.onStandardOutput();
    }

    private void draw(SizeChart sizes) {
        if (this.chart != null) {
            byte[] picture = draw(this.chart, sizes);
            OutputFile.write(this.chart.path(), out -> out.write(picture));
        }
    }

    private static byte[] draw(ChartFile chart, SizeChart sizes) {
        try {
            return chart.draw(sizes);
        } catch (UncheckedIOException ex) {
            throw new CommandException(MaskedError.message(ex), ex);
        }
    }

    /**
     * Refuses to overwrite an input.
     *
     * @param waivers a file that the command reads, or {@code null}
     */
    void check(List<ImageArgument> images, @Nullable Path waivers) {
        Path picture = this.chart == null ? null : this.chart.path();
        this.target.check(images, waivers, picture);
        OutputFile.check(picture, images, waivers);
    }
}
