package dev.tare.command;

import java.util.Locale;
import java.util.stream.Stream;

import dev.tare.image.InvalidValueException;
import dev.tare.report.ComparisonReport;
import dev.tare.report.InspectionReport;
import dev.tare.report.JsonReport;
import dev.tare.report.MarkdownReport;
import dev.tare.report.TextReport;

/** The forms that a report can be written in. */
enum Format {

    TEXT, JSON, MARKDOWN;

    /**
     * Reads {@code text}, {@code json} or {@code markdown}, in any case.
     *
     * @throws InvalidValueException if it is none of them
     */
    static Format parse(String text) {
        return Stream.of(values())
                .filter(format -> format.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException("format", text, "text, json or markdown"));
    }

    String write(ComparisonReport report) {
        return switch (this) {
            case TEXT -> TextReport.write(report);
            case JSON -> JsonReport.write(report);
            case MARKDOWN -> MarkdownReport.write(report);
        };
    }

    String write(InspectionReport report) {
        return switch (this) {
            case TEXT -> TextReport.write(report);
            case JSON -> JsonReport.write(report);
            case MARKDOWN -> MarkdownReport.write(report);
        };
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
