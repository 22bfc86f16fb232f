package dev.tare.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A report as Markdown, for a comment on a change or a page of documentation. Every statement in it is derived from the
 * document. Forges refuse comments of 65,536 characters, so the lists are cut until the text is shorter, and what was
 * left out is said.
 */
public final class MarkdownReport {

    static final int LIMIT = 65_000;

    private static final int[] ITEMS = { 30, 10, 3, 1 };

    private MarkdownReport() {}

    /** Writes a comparison. */
    public static String write(ComparisonReport report) {
        return write("Image comparison", report);
    }

    /** Writes an inspection. */
    public static String write(InspectionReport report) {
        return write("Image inspection", report.alone());
    }

    private static String write(String title, ComparisonReport report) {
        String text = "";
        for (int items : ITEMS) {
            text = render(title, report, items);
            if (text.length() <= LIMIT) {
                return text;
            }
        }
        return cut(text);
    }

    private static String render(String title, ComparisonReport report, int items) {
        List<String> lines = new ArrayList<>();
        lines.add("# " + title);
        lines.add("");
        lines.add(MarkdownText.codes(report.images().stream().map(ImageReport::name).toList()));
        MarkdownBudgets.write(report, lines);
        MarkdownPolicy.write(report, lines);
        MarkdownSizes.write(report, lines);
        MarkdownDifferences.write(report, lines, items);
        MarkdownMatrix.write(report, lines, items);
        MarkdownPractices.write(report, lines, items);
        MarkdownSecurity.write(report, lines, items);
        MarkdownContents.write(report, lines, items);
        return String.join("\n", lines) + "\n";
    }

    private static String cut(String text) {
        int end = text.lastIndexOf('\n', LIMIT);
        return text.substring(0, end < 0 ? LIMIT : end + 1)
                + "\n*The rest is left out: a comment may not have more than 65,536 "
                + "characters. The JSON format has all of it.*\n";
    }
}
