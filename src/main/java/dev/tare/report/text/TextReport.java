package dev.tare.report.text;

import java.util.List;

import dev.tare.report.ComparisonReport;
import dev.tare.report.InspectionReport;
import dev.tare.report.PolicyReport;
import dev.tare.report.document.Block;
import dev.tare.report.document.Section;
import dev.tare.report.document.Table;
import dev.tare.report.section.Document;
import dev.tare.report.section.FailedRules;
import dev.tare.report.summary.Summary;

/**
 * A report for a terminal, with lines of at most 100 columns. Images are numbered, so that any number of them fits.
 * Long lists are cut, and the report states by how much.
 */
public final class TextReport {

    static final int WIDTH = 100;

    private static final int ITEMS = 100;

    private static final int INDENT = 4;

    private final TextTable tables = TextTable.whole(WIDTH - INDENT, ITEMS);

    private final StringBuilder text = new StringBuilder();

    private final boolean color;

    private TextReport(boolean color) {
        this.color = color;
    }

    /** Writes a comparison, without colors. */
    public static String write(ComparisonReport report) {
        return write(report, false);
    }

    /** Writes an inspection, without colors. */
    public static String write(InspectionReport report) {
        return write(report, false);
    }

    /** Writes a comparison. */
    public static String write(ComparisonReport report, boolean color) {
        return new TextReport(color).write(Document.of(report));
    }

    /** Writes an inspection. */
    public static String write(InspectionReport report, boolean color) {
        return new TextReport(color).write(Document.of(report));
    }

    /** Writes a document. */
    public static String write(Document document, boolean color) {
        return new TextReport(color).write(document);
    }

    /** Writes the summary of a comparison, which has at most {@link Summary#LINES} lines. */
    public static String summarize(ComparisonReport report, boolean color) {
        return new TextReport(color).write(Summary.of(report));
    }

    /** Writes the summary of an inspection, which has at most {@link Summary#LINES} lines. */
    public static String summarize(InspectionReport report, boolean color) {
        return new TextReport(color).write(Summary.of(report));
    }

    /** Writes the requirements that are not kept, below a summary. The text is empty if all are kept. */
    public static String failures(PolicyReport policy, boolean color) {
        Section failed = FailedRules.of(policy);
        TextReport report = new TextReport(color);
        if (!failed.blocks().isEmpty()) {
            report.section(failed, "");
        }
        return report.text.toString();
    }

    private String write(Summary summary) {
        TextTable brief = TextTable.brief(WIDTH);
        paragraph(TextLine.of(summary.headline()), Ink.TITLE, "");
        summary.tables().forEach(table -> brief.lines(table).forEach(this::line));
        line(PaintedLine.EMPTY);
        summary.closing().forEach(line -> paragraph(TextLine.of(line), Ink.PLAIN, ""));
        return this.text.toString();
    }

    private String write(Document document) {
        document.images().forEach(image -> paragraph(TextLine.of(image), Ink.PLAIN, ""));
        document.headlines().forEach(headline -> paragraph(TextLine.of(headline), Ink.TITLE, ""));
        document.sections().forEach(section -> section(section, ""));
        return this.text.toString();
    }

    private void section(Section section, String indent) {
        line(PaintedLine.EMPTY);
        line(PaintedLine.of(indent + TextLine.of(section.title()), Ink.TITLE));
        section.blocks().forEach(block -> block(block, indent + "  "));
    }

    private void block(Block block, String indent) {
        switch (block) {
            case Block.Paragraph paragraph -> paragraph(TextLine.of(paragraph.line()), Ink.PLAIN, indent);
            case Block.Bullets bullets -> bullets.lines().forEach(line -> bullet(TextLine.of(line), indent));
            case Table table -> this.tables.lines(table).forEach(line -> line(line.indented(indent)));
            case Section section -> section(section, indent);
        }
    }

    private void paragraph(String sentence, Ink ink, String indent) {
        TextLine.wrapped(sentence, WIDTH - indent.length())
                .forEach(part -> line(PaintedLine.of(part, ink).indented(indent)));
    }

    private void bullet(String sentence, String indent) {
        List<String> parts = TextLine.wrapped(sentence, WIDTH - indent.length() - 2);
        for (int i = 0; i < parts.size(); i++) {
            line(PaintedLine.of(indent + (i == 0 ? "- " : "  ") + parts.get(i)));
        }
    }

    private void line(PaintedLine line) {
        this.text.append(line.text(WIDTH, this.color)).append('\n');
    }
}
