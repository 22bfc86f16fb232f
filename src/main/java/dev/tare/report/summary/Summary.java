package dev.tare.report.summary;

import java.util.List;

import dev.tare.report.ComparisonReport;
import dev.tare.report.InspectionReport;
import dev.tare.report.document.Line;
import dev.tare.report.document.Table;

/**
 * The short form of a report, which fits a screen: the result, the reasons for it, and its consequences. Its layout has
 * one line for each row, and two lines for the headline at most.
 *
 * @param headline the result in plain words
 * @param tables   whose number of rows is already bounded
 * @param closing  short sentences below the tables
 */
public record Summary(Line headline, List<Table> tables, List<Line> closing) {

    /** The greatest number of lines. */
    public static final int LINES = 40;

    private static final int HEADLINE_LINES = 2;

    /** The number of characters of a line. */
    private static final int WIDTH = 100;

    /** The fewest characters of a line that is wrapped, since its last word may not fit. */
    private static final int NARROWEST_LINE = 80;

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

    /** An upper bound for the lines of a sentence that is wrapped at words. */
    private static int lines(Line sentence) {
        int length = sentence.text().length();
        return length <= WIDTH ? 1 : 1 + length / NARROWEST_LINE;
    }

    static Summary of(Line headline, List<SummaryPart> parts, List<Line> closing) {
        int above = HEADLINE_LINES + 1 + closing.stream().mapToInt(Summary::lines).sum();
        return new Summary(headline, SummaryPart.tables(parts, LINES - above), closing);
    }
}
