package dev.tare.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.tare.report.document.Line;
import dev.tare.report.document.Value;
import dev.tare.report.document.VisibleText;

/** Aligns the cells of rows in columns. A cell that is wider than its column is wrapped, or cut. */
final class TextColumns {

    private static final String GAP = "  ";

    private static final int NUMBER_WIDTH = 32;

    private final int width;

    private final boolean wrapped;

    /**
     * @param width   of the widest line
     * @param wrapped whether wide cells are wrapped; otherwise each row has one line
     */
    TextColumns(int width, boolean wrapped) {
        this.width = width;
        this.wrapped = wrapped;
    }

    /**
     * The lines of rows.
     *
     * @param rows    the lines of each cell; the first row is the header
     * @param numbers whether a column aligns at the end
     */
    List<PaintedLine> lines(List<List<List<Line>>> rows, boolean[] numbers, String indent) {
        int[] widths = widths(rows, numbers, this.width - indent.length());
        List<PaintedLine> lines = new ArrayList<>();
        for (List<List<Line>> row : rows) {
            List<List<PaintedLine.Span>> cells = new ArrayList<>();
            for (int column = 0; column < row.size(); column++) {
                cells.add(parts(row.get(column), widths[column], lines.isEmpty()));
            }
            int height = cells.stream().mapToInt(List::size).max().orElse(0);
            for (int line = 0; line < height; line++) {
                lines.add(line(cells, line, widths, numbers).indented(indent));
            }
        }
        return lines;
    }

    /** The width of the widest cell of a column. */
    static int width(List<List<List<Line>>> rows, int column) {
        return rows.stream()
                .flatMap(row -> row.get(column).stream())
                .mapToInt(line -> TextLine.width(TextLine.of(line)))
                .max()
                .orElse(0);
    }

    private List<PaintedLine.Span> parts(List<Line> cell, int columnWidth, boolean header) {
        List<PaintedLine.Span> parts = new ArrayList<>();
        for (Line line : cell) {
            Ink ink = header ? Ink.TITLE : Ink.of(line);
            if (this.wrapped) {
                TextLine.wrapped(TextLine.of(line), columnWidth)
                        .forEach(part -> parts.add(new PaintedLine.Span(part, ink)));
            } else {
                parts.add(new PaintedLine.Span(cut(line, columnWidth), ink));
            }
        }
        return parts;
    }

    /** A path and the name of an image keep their ends. */
    private static String cut(Line line, int most) {
        String text = TextLine.of(line);
        if (TextLine.width(text) <= most) {
            return text;
        }
        return switch (line.values().getFirst()) {
            case Value.ImageName name -> TextLine.of(name, most);
            case Value.Code _ when line.values().size() == 1 && text.startsWith("/") -> TextLine.end(text, most);
            default -> VisibleText.shortened(text, most);
        };
    }

    private static PaintedLine line(List<List<PaintedLine.Span>> cells, int at, int[] widths, boolean[] numbers) {
        List<PaintedLine.Span> spans = new ArrayList<>();
        for (int column = 0; column < cells.size(); column++) {
            PaintedLine.Span part = at < cells.get(column).size() ? cells.get(column).get(at)
                    : new PaintedLine.Span("", Ink.PLAIN);
            PaintedLine.Span padding = new PaintedLine.Span(
                    " ".repeat(Math.max(0, widths[column] - TextLine.width(part.text()))), Ink.PLAIN);
            spans.add(new PaintedLine.Span(column == 0 ? "" : GAP, Ink.PLAIN));
            spans.addAll(numbers[column] ? List.of(padding, part) : List.of(part, padding));
        }
        return new PaintedLine(spans);
    }

    /** The natural widths, reduced for the widest columns until all fit. */
    private int[] widths(List<List<List<Line>>> rows, boolean[] numbers, int room) {
        int[] widths = new int[numbers.length];
        for (int column = 0; column < widths.length; column++) {
            int natural = Math.clamp(width(rows, column), 1, this.width);
            widths[column] = numbers[column] ? Math.min(natural, NUMBER_WIDTH) : natural;
        }
        int free = room - GAP.length() * (widths.length - 1);
        while (IntStream.of(widths).sum() > free) {
            int widest = 0;
            for (int column = 1; column < widths.length; column++) {
                widest = widths[column] > widths[widest] ? column : widest;
            }
            widths[widest]--;
        }
        return widths;
    }
}
