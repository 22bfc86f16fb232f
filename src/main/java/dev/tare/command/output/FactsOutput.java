package dev.tare.command.output;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

import dev.tare.command.terminal.Colors;
import dev.tare.report.output.ReportFormat;
import dev.tare.report.section.Document;
import dev.tare.report.text.TextReport;
import dev.tare.source.ImageArgument;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options for the format and destination of facts that are no report of images. */
public final class FactsOutput {

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text",
            description = "Output format: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ReportFormat format = ReportFormat.TEXT;

    @Mixin
    private TextTarget target = new TextTarget();

    /** Refuses to overwrite one of these images or files. */
    public void check(List<ImageArgument> images, @Nullable Path... inputs) {
        this.target.check(images, inputs);
    }

    /**
     * Writes facts.
     *
     * @param document lays them out for people
     * @param facts    records, which are their JSON
     */
    public void write(PrintWriter terminal, Document document, Object facts) throws IOException {
        write(terminal, document, facts, Colors.NONE);
    }

    /**
     * Writes facts.
     *
     * @param document lays them out for people
     * @param facts    records, which are their JSON
     * @param colors   of the text format
     */
    public void write(PrintWriter terminal, Document document, Object facts, Colors colors) throws IOException {
        boolean color = this.target.isFile() ? colors.inFile() : colors.onStandardOutput();
        this.target.write(terminal, out -> {
            if (this.format == ReportFormat.TEXT) {
                out.write(TextReport.write(document, color));
            } else {
                this.format.write(document, facts, out);
            }
        });
    }
}
