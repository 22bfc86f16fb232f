package dev.tare.command.output;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import dev.tare.command.terminal.Colors;
import dev.tare.command.terminal.CommandException;
import dev.tare.error.MaskedError;
import dev.tare.report.ComparisonReport;
import dev.tare.report.ImageSizes;
import dev.tare.report.InspectionReport;
import dev.tare.report.chart.SizeChart;
import dev.tare.report.document.VisibleText;
import dev.tare.report.gate.JunitReport;
import dev.tare.report.gate.SarifReport;
import dev.tare.report.json.JsonReport;
import dev.tare.report.json.PlatformReports;
import dev.tare.report.markdown.MarkdownReport;
import dev.tare.report.output.BreakdownCsv;
import dev.tare.report.section.Document;
import dev.tare.report.text.TextReport;
import dev.tare.source.ImageArgument;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options for the destination and format of a report. */
public final class OutputOptions {

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
            description = "Output format: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private OutputFormat format = OutputFormat.TEXT;

    @Option(names = "--details",
            description = "Write all sections as text. Without it, the text is a summary of at most 40 lines.")
    private boolean details;

    @Mixin
    private TextTarget target = new TextTarget();

    @Option(names = "--chart", paramLabel = "FILE.svg|FILE.png", description = "Write a chart of the sizes to a file.")
    private @Nullable ChartFile chart;

    @Option(names = "--breakdown", paramLabel = "FILE",
            description = "Write the owner of all visible bytes, or its change, as CSV to a file. The bytes of all rows add "
                    + "up to the visible size, or to its growth.")
    private @Nullable Path breakdown;

    @Option(names = "--sarif", paramLabel = "FILE",
            description = "Write the requirements and checks that are not kept as SARIF 2.1.0 to a file, for the code scanning "
                    + "of a forge.")
    private @Nullable Path sarif;

    @Option(names = "--junit", paramLabel = "FILE",
            description = "Write all requirements and required checks as test cases of JUnit XML to a file.")
    private @Nullable Path junit;

    @Option(names = "--color", paramLabel = "auto|always|never", defaultValue = "auto",
            description = "Colors of the text format. With auto, a terminal has colors unless NO_COLOR is set "
                    + "(default: ${DEFAULT-VALUE}).")
    private Colors colors = Colors.NONE;

    /** Writes a comparison, and its chart if one is requested. */
    public void write(PrintWriter terminal, ComparisonReport report, PageWriter pages) throws IOException {
        draw(SizeChart.of(ImageSizes.of(report)));
        writeBreakdown(writer -> BreakdownCsv.write(report, writer));
        writeGate(report);
        this.target.write(terminal, this.format == OutputFormat.HTML ? out -> pages.write(report, out)
                : out -> writeText(report, out));
    }

    /** Writes an inspection, and its chart if one is requested. */
    public void write(PrintWriter terminal, InspectionReport report, PageWriter pages) throws IOException {
        draw(SizeChart.of(report));
        writeBreakdown(writer -> BreakdownCsv.write(report, writer));
        writeGate(report.alone());
        this.target.write(terminal, this.format == OutputFormat.HTML ? out -> pages.write(report.alone(), out)
                : out -> writeText(report, out));
    }

    /**
     * Writes one report after another, each below its platform.
     *
     * @param writer   writes one report
     * @param document lays one out for people
     */
    public <R> void write(PrintWriter terminal, PlatformReports<R> reports, ReportWriter<R> writer,
            Function<R, Document> document) throws IOException {
        this.target.write(terminal, out -> {
            switch (this.format) {
                case JSON -> JsonReport.write(reports, out);
                case MARKDOWN -> out.write(MarkdownReport.write(reports, document));
                case TEXT -> writeText(reports, writer, out);
                case HTML -> throw new IllegalStateException("a page shows one platform");
            }
        });
    }

    private static <R> void writeText(PlatformReports<R> reports, ReportWriter<R> writer, Writer out)
            throws IOException {
        String separator = "";
        for (PlatformReports.PlatformReport<R> one : reports.platforms()) {
            out.write(separator + "== " + VisibleText.of(one.platform()) + " ==\n");
            writer.write(one.report(), out);
            separator = "\n";
        }
        for (PlatformReports.NotCompared left : reports.notCompared()) {
            out.write("\n" + VisibleText.of(left.platform() + " is not compared. Only these images have it: "
                    + String.join(", ", left.images())) + "\n");
        }
    }

    /** Writes a comparison in the format of these options, without a chart. */
    public void writeText(ComparisonReport report, Writer out) throws IOException {
        if (this.format == OutputFormat.TEXT) {
            out.write(this.details ? TextReport.write(report, color())
                    : TextReport.summarize(report, color()) + TextReport.failures(report.policy(), color()));
        } else {
            Objects.requireNonNull(this.format.ofReport()).write(report, out);
        }
    }

    /** Writes an inspection in the format of these options, without a chart. */
    public void writeText(InspectionReport report, Writer out) throws IOException {
        if (this.format == OutputFormat.TEXT) {
            out.write(this.details ? TextReport.write(report, color())
                    : TextReport.summarize(report, color()) + TextReport.failures(report.policy(), color()));
        } else {
            Objects.requireNonNull(this.format.ofReport()).write(report, out);
        }
    }

    private boolean color() {
        return this.target.isFile() ? this.colors.inFile() : this.colors.onStandardOutput();
    }

    private void writeBreakdown(TextTarget.LongText csv) {
        write(this.breakdown, csv);
    }

    private void writeGate(ComparisonReport report) {
        write(this.sarif, writer -> SarifReport.write(report, writer));
        write(this.junit, writer -> JunitReport.write(report, writer));
    }

    private static void write(@Nullable Path file, TextTarget.LongText text) {
        if (file != null) {
            OutputFile.write(file, out -> {
                Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                text.write(writer);
                writer.flush();
            });
        }
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

    /** @throws CommandException if there is a page or a file that describes one platform */
    public void checkAllPlatforms() {
        if (this.format == OutputFormat.HTML) {
            throw new CommandException(List.of("--format html shows one platform. Name it instead of --platform all, "
                    + "such as --platform linux/amd64."), List.of());
        }
        if (this.sarif != null || this.junit != null) {
            throw new CommandException(
                    List.of("--sarif and --junit describe one platform. Name it instead of --platform "
                            + "all, such as --platform linux/amd64."),
                    List.of());
        }
        if (this.breakdown != null) {
            throw new CommandException(List.of("--breakdown describes one platform. Name it instead of --platform all, "
                    + "such as --platform linux/amd64."), List.of());
        }
        if (this.chart != null) {
            throw new CommandException(List.of("--chart draws one platform. Name it instead of --platform all, such as "
                    + "--platform linux/amd64."), List.of());
        }
    }

    /**
     * Refuses to overwrite an input.
     *
     * @param inputs other files that the command reads, or {@code null}
     */
    public void check(List<ImageArgument> images, @Nullable Path... inputs) {
        Path picture = this.chart == null ? null : this.chart.path();
        @Nullable
        Path[] outputs = { picture, this.breakdown, this.sarif, this.junit };
        @Nullable
        Path[] others = Arrays.copyOf(inputs, inputs.length + outputs.length);
        System.arraycopy(outputs, 0, others, inputs.length, outputs.length);
        this.target.check(images, others);
        for (int i = 0; i < outputs.length; i++) {
            OutputFile.check(outputs[i], images, Arrays.copyOf(others, inputs.length + i));
        }
    }

    /** Writes a report in the format of these options. */
    @FunctionalInterface
    public interface ReportWriter<R> {

        void write(R report, Writer out) throws IOException;
    }
}
