package dev.tare.command.output;

import java.util.Locale;

import dev.tare.image.InvalidValueException;
import dev.tare.report.output.ReportFormat;
import org.jspecify.annotations.Nullable;

/** The formats of the commands that report images: those of every report, and a page as one file. */
public enum OutputFormat {

    TEXT(ReportFormat.TEXT),

    JSON(ReportFormat.JSON),

    MARKDOWN(ReportFormat.MARKDOWN),

    /** Only a {@link PageWriter} writes it. */
    HTML(null);

    private final @Nullable ReportFormat format;

    OutputFormat(@Nullable ReportFormat format) {
        this.format = format;
    }

    /**
     * Parses the name of a format in any case.
     *
     * @throws InvalidValueException if the value is invalid
     */
    public static OutputFormat parse(String text) {
        for (OutputFormat format : values()) {
            if (format.name().equalsIgnoreCase(text)) {
                return format;
            }
        }
        throw new InvalidValueException("format", text, "text, json, markdown or html");
    }

    /** The format of a report, or {@code null} if it is a page. */
    @Nullable
    ReportFormat ofReport() {
        return this.format;
    }

    /** The name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
