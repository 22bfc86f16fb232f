package dev.tare.report.text;

import java.util.List;

import dev.tare.report.ComparisonReport;
import dev.tare.report.InspectionReport;
import dev.tare.report.document.Block;
import dev.tare.report.document.Document;
import dev.tare.report.document.Section;
import dev.tare.report.document.Table;
import dev.tare.report.document.VisibleText;

/**
 * A report for a terminal, with lines of at most 100 columns. Images are numbered, so that any number of them fits.
 * Long lists are cut, and the report states by how much.
 */
public final class TextReport {

    static final int WIDTH = 100;

    private static final int ITEMS = 10;

    private final TextTable tables = new TextTable(ITEMS);

    private final StringBuilder text = new StringBuilder();

    private TextReport() {}

    /** Writes a comparison. */
    public static String write(ComparisonReport report) {
        return write(Document.of(report));
    }

    /** Writes an inspection. */
    public static String write(InspectionReport report) {
        return write(Document.of(report));
    }

    private static String write(Document document) {
        TextReport report = new TextReport();
        document.images().forEach(image -> report.paragraph(TextLine.of(image), ""));
        document.headlines().forEach(headline -> report.paragraph(TextLine.of(headline), ""));
        document.sections().forEach(section -> report.section(section, ""));
        return report.text.toString();
    }

    private void section(Section section, String indent) {
        heading(TextLine.of(section.title()), indent);
        section.blocks().forEach(block -> block(block, indent));
    }

    private void block(Block block, String indent) {
        switch (block) {
            case Block.Paragraph paragraph -> paragraph(TextLine.of(paragraph.line()), indent + "  ");
            case Block.Bullets bullets -> bullets.lines().forEach(line -> bullet(TextLine.of(line), indent + "  "));
            case Table table -> this.tables.lines(table).forEach(line -> line(indent + "  " + line));
            case Section section -> section(section, indent + "  ");
        }
    }

    private void heading(String title, String indent) {
        line("");
        line(indent + title);
    }

    private void paragraph(String sentence, String indent) {
        TextLine.wrapped(sentence, WIDTH - indent.length()).forEach(part -> line(indent + part));
    }

    private void bullet(String sentence, String indent) {
        List<String> parts = TextLine.wrapped(sentence, WIDTH - indent.length() - 2);
        for (int i = 0; i < parts.size(); i++) {
            line(indent + (i == 0 ? "- " : "  ") + parts.get(i));
        }
    }

    private void line(String line) {
        this.text.append(VisibleText.shortened(line.stripTrailing(), WIDTH)).append('\n');
    }
}
