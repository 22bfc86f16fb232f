package dev.tare.report.markdown;

import java.util.ArrayList;
import java.util.List;

import dev.tare.report.ComparisonReport;
import dev.tare.report.InspectionReport;
import dev.tare.report.section.Document;

/**
 * A report as Markdown, for a comment on a change or a page of documentation. Forges refuse comments of more than
 * 65,536 characters, so the lists are cut until the text is shorter, and the report states by how much.
 */
public final class MarkdownReport {

    /** The text has fewer characters, whatever the images are. */
    static final int LIMIT = 65_000;

    /** Room for the sentence about the rest. */
    private static final int NOTICE = 600;

    private static final String SECTION = "## ";

    private static final String FOLDED = "<details>";

    /** The greatest number of rows of lists, and of the rows that tables show even if a list is shorter. */
    private static final int[][] BOUNDS = { { 30, 100 }, { 10, 50 }, { 3, 20 }, { 1, 10 }, { 1, 1 } };

    private MarkdownReport() {}

    /** Writes a comparison. */
    public static String write(ComparisonReport report) {
        return write(Document.of(report));
    }

    /** Writes an inspection. */
    public static String write(InspectionReport report) {
        return write(Document.of(report));
    }

    /** Writes a document. */
    public static String write(Document document) {
        String text = "";
        for (int[] bounds : BOUNDS) {
            text = new MarkdownLayout(bounds[0], bounds[1]).lay(document);
            if (text.length() < LIMIT) {
                return text;
            }
        }
        return cut(text);
    }

    /** The first lines, and the names of the sections that are missing. */
    private static String cut(String text) {
        int end = text.lastIndexOf('\n', LIMIT - NOTICE) + 1;
        String kept = text.substring(0, end);
        String unfinished = sections(kept).getLast();
        List<String> missing = new ArrayList<>();
        if (!text.startsWith(SECTION, end) && !text.startsWith(SECTION, end + 1)) {
            missing.add("a part of " + unfinished);
        }
        missing.addAll(sections(text.substring(end)));
        return kept + (kept.lastIndexOf(FOLDED) > kept.lastIndexOf("</details>") ? "\n</details>\n" : "")
                + "\n*Left out, because a comment may not have more than 65,536 characters: "
                + String.join(", ", missing) + ". The JSON format has all of it.*\n";
    }

    private static List<String> sections(String text) {
        return text.lines()
                .filter(line -> line.startsWith(SECTION))
                .map(line -> line.substring(SECTION.length()))
                .toList();
    }
}
