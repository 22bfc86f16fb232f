package dev.tare.command.output;

import java.io.IOException;
import java.io.Writer;

import dev.tare.report.ComparisonReport;

/**
 * Writes a report as a page that is one file. The service has the templates of pages, and commands do not depend on it.
 */
@FunctionalInterface
public interface PageWriter {

    /** Writes a report of one or more images. */
    void write(ComparisonReport report, Writer out) throws IOException;
}
