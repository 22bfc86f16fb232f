package dev.tare.report.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.tare.report.ComparisonReport;
import dev.tare.report.InspectionReport;
import dev.tare.report.document.Value;
import dev.tare.report.json.PlatformReports;
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

    /** The greatest number of lines about platforms that are not compared, and of images on each line. */
    private static final int NOT_COMPARED = 10;

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
        return write(document, LIMIT);
    }

    /**
     * Writes the reports of several platforms, each below its platform. They share the limit: each one gets an equal part of
     * the room that is left.
     */
    public static <R> String write(PlatformReports<R> reports, Function<R, Document> document) {
        String end = notCompared(reports.notCompared());
        StringBuilder text = new StringBuilder();
        int left = reports.platforms().size();
        for (PlatformReports.PlatformReport<R> one : reports.platforms()) {
            text.append(text.isEmpty() ? "# " : "\n# ").append(name(one.platform())).append("\n\n");
            text.append(write(document.apply(one.report()), (LIMIT - end.length() - text.length()) / left));
            left--;
        }
        return text.append(end).toString();
    }

    private static String notCompared(List<PlatformReports.NotCompared> platforms) {
        StringBuilder text = new StringBuilder();
        for (PlatformReports.NotCompared one : platforms.subList(0, Math.min(NOT_COMPARED, platforms.size()))) {
            List<String> images = one.images().stream().limit(NOT_COMPARED).map(MarkdownReport::name).toList();
            text.append("\n")
                    .append(name(one.platform()))
                    .append(" is not compared. Only these images have it: ")
                    .append(MarkdownText.joined(images))
                    .append(images.size() < one.images().size() ? ", …\n" : "\n");
        }
        return platforms.size() <= NOT_COMPARED ? text.toString()
                : text.append("\nand ").append(platforms.size() - NOT_COMPARED).append(" more\n").toString();
    }

    /** A short name of an image or a platform. Both may contain any text. */
    private static String name(String text) {
        return MarkdownText.of(new Value.Step(text));
    }

    private static String write(Document document, int limit) {
        String text = "";
        for (int[] bounds : BOUNDS) {
            text = new MarkdownLayout(bounds[0], bounds[1]).lay(document);
            if (text.length() < limit) {
                return text;
            }
        }
        return cut(text, limit);
    }

    /** The first lines, and the names of the sections that are missing. */
    private static String cut(String text, int limit) {
        int end = text.lastIndexOf('\n', limit - NOTICE) + 1;
        String kept = text.substring(0, end);
        List<String> missing = new ArrayList<>();
        if (!text.startsWith(SECTION, end) && !text.startsWith(SECTION, end + 1)) {
            List<String> begun = sections(kept);
            missing.add(begun.isEmpty() ? "a part of the images" : "a part of " + begun.getLast());
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
