package dev.tare.report.output;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.stream.Stream;

import dev.tare.image.InvalidValueException;
import dev.tare.report.ComparisonReport;
import dev.tare.report.InspectionReport;
import dev.tare.report.json.JsonReport;
import dev.tare.report.markdown.MarkdownReport;
import dev.tare.report.section.Document;
import dev.tare.report.text.TextReport;

import static java.util.stream.Collectors.joining;

/**
 * The formats of a report. The command offers them for {@code --format}, the API by media type, and the page for
 * download. A new format is a new constant.
 */
public enum ReportFormat {

    TEXT("Text", "text/plain", "txt", (report, out) -> out.write(TextReport.write(report)),
            (report, out) -> out.write(TextReport.write(report))),

    JSON("JSON", "application/json", "json", JsonReport::write, JsonReport::write),

    MARKDOWN("Markdown", "text/markdown", "md", (report, out) -> out.write(MarkdownReport.write(report)),
            (report, out) -> out.write(MarkdownReport.write(report)));

    private final String title;

    private final String mediaType;

    private final String extension;

    /** It has no state, so it is immutable. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final ReportWriter<ComparisonReport> comparison;

    /** It has no state, so it is immutable. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final ReportWriter<InspectionReport> inspection;

    ReportFormat(String title, String mediaType, String extension, ReportWriter<ComparisonReport> comparison,
            ReportWriter<InspectionReport> inspection) {
        this.title = title;
        this.mediaType = mediaType;
        this.extension = extension;
        this.comparison = comparison;
        this.inspection = inspection;
    }

    /**
     * Parses the name of a format in any case.
     *
     * @throws InvalidValueException if the value is invalid
     */
    public static ReportFormat parse(String text) {
        return Stream.of(values())
                .filter(format -> format.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException("format", text, names()));
    }

    /** The display name of the format. */
    public String title() {
        return this.title;
    }

    /** The media type, without a character set. */
    public String mediaType() {
        return this.mediaType;
    }

    /** The file name extension, without a dot. */
    public String extension() {
        return this.extension;
    }

    /** Writes a comparison. */
    public void write(ComparisonReport report, Writer out) throws IOException {
        this.comparison.write(report, out);
    }

    /** Writes an inspection. */
    public void write(InspectionReport report, Writer out) throws IOException {
        this.inspection.write(report, out);
    }

    /**
     * Writes other facts.
     *
     * @param document lays them out for people
     * @param facts    records, which are their JSON
     */
    public void write(Document document, Object facts, Writer out) throws IOException {
        switch (this) {
            case TEXT -> out.write(TextReport.write(document, false));
            case JSON -> JsonReport.writeFacts(facts, out);
            case MARKDOWN -> out.write(MarkdownReport.write(document));
        }
    }

    /** The name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@code text, json or markdown}. */
    private static String names() {
        String all = Stream.of(values()).map(ReportFormat::toString).collect(joining(", "));
        return all.substring(0, all.lastIndexOf(", ")) + " or " + all.substring(all.lastIndexOf(", ") + 2);
    }

    /** JSON is written while it is laid out. Text and Markdown are bounded, so they are laid out first. */
    @FunctionalInterface
    private interface ReportWriter<T> {

        void write(T report, Writer out) throws IOException;
    }
}
