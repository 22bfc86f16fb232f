package dev.tare.report.summary;

import java.util.List;

import dev.tare.report.ComparisonReport;
import dev.tare.report.InspectionReport;
import dev.tare.report.document.Line;
import dev.tare.report.document.Table;

/**
 * The short form of a report, which fits a screen: the result, the reasons for it, and its consequences. Its layout has
 * one line for each row, and two lines for each headline at most.
 *
 * @param headline the result in plain words
 * @param tables   whose number of rows is already bounded
 * @param closing  short sentences below the tables
 */
public record Summary(Line headline, List<Table> tables, List<Line> closing) {

    /** The greatest number of lines. */
    public static final int LINES = 40;

    private static final int HEADLINE_LINES = 2;

    public Summary {
        tables = List.copyOf(tables);
        closing = List.copyOf(closing);
    }

    /** The summary of a comparison. */
    public static Summary of(ComparisonReport report) {
        return new ComparisonSummary(report).summary();
    }

    /** The summary of one image. */
    public static Summary of(InspectionReport report) {
        return new InspectionSummary(report).summary();
    }

    static Summary of(Line headline, List<SummaryPart> parts, List<Line> closing) {
        int above = HEADLINE_LINES + 1 + closing.size();
        return new Summary(headline, SummaryPart.tables(parts, LINES - above), closing);
    }
}
