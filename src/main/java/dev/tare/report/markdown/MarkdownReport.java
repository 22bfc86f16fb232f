package dev.tare.report.markdown;

import dev.tare.report.ComparisonReport;
import dev.tare.report.InspectionReport;
import dev.tare.report.document.Document;

/**
 * A report as Markdown, for a comment on a change or a page of documentation. Forges refuse comments of 65,536
 * characters, so the lists are cut until the text is shorter, and the report states by how much.
 */
public final class MarkdownReport {

    static final int LIMIT = 65_000;

    private static final int[] ITEMS = { 30, 10, 3, 1 };

    private MarkdownReport() {}

    /** Writes a comparison. */
    public static String write(ComparisonReport report) {
        return write(Document.of(report));
    }

    /** Writes an inspection. */
    public static String write(InspectionReport report) {
        return write(Document.of(report));
    }

    private static String write(Document document) {
        String text = "";
        for (int items : ITEMS) {
            text = new MarkdownLayout(items).lay(document);
            if (text.length() <= LIMIT) {
                return text;
            }
        }
        return cut(text);
    }

    private static String cut(String text) {
        int end = text.lastIndexOf('\n', LIMIT);
        return text.substring(0, end < 0 ? LIMIT : end + 1)
                + "\n*The rest is left out: a comment may not have more than 65,536 "
                + "characters. The JSON format has all of it.*\n";
    }
}
