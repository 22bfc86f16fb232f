package dev.tare.report.output;

import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.tare.image.InvalidValueException;
import dev.tare.report.ComparisonReport;
import dev.tare.report.InspectionReport;
import dev.tare.report.json.JsonReport;
import dev.tare.report.markdown.MarkdownReport;
import dev.tare.report.text.TextReport;

import static java.util.stream.Collectors.joining;

/**
 * The formats of a report. The command offers them for {@code --format}, the API by media type, and the page for
 * download. A new format is a new constant.
 */
public enum ReportFormat {

    TEXT("Text", "text/plain", "txt", TextReport::write, TextReport::write),

    JSON("JSON", "application/json", "json", JsonReport::write, JsonReport::write),

    MARKDOWN("Markdown", "text/markdown", "md", MarkdownReport::write, MarkdownReport::write);

    private final String title;

    private final String mediaType;

    private final String extension;

    /** A static method, so it is immutable. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<ComparisonReport, String> comparison;

    /** A static method, so it is immutable. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<InspectionReport, String> inspection;

    ReportFormat(String title, String mediaType, String extension, Function<ComparisonReport, String> comparison,
            Function<InspectionReport, String> inspection) {
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
    public String write(ComparisonReport report) {
        return this.comparison.apply(report);
    }

    /** Writes an inspection. */
    public String write(InspectionReport report) {
        return this.inspection.apply(report);
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
}
