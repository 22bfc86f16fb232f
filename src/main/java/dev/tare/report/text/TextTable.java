package dev.tare.report.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import dev.tare.report.document.Cell;
import dev.tare.report.document.Line;
import dev.tare.report.document.Row;
import dev.tare.report.document.Table;
import dev.tare.report.document.Table.Column;
import dev.tare.report.document.Value;
import dev.tare.wording.Counts;

/**
 * Lays out a table for a terminal in aligned columns. If cells wider than their column are wrapped, a matrix of many
 * images is split into several tables.
 */
final class TextTable {

    private static final String GAP = "  ";

    private static final String ABSENT = "—";

    /** The greatest number of image columns side by side. */
    private static final int IMAGES = 5;

    /** The number of image columns that stay side by side even if their cells must be wrapped. */
    private static final int FEW_IMAGES = 3;

    private static final int HEADER_WIDTH = 42;

    private final int width;

    private final int items;

    private final boolean wrapped;

    private final TextColumns columns;

    private TextTable(int width, int items, boolean wrapped) {
        this.width = width;
        this.items = items;
        this.wrapped = wrapped;
        this.columns = new TextColumns(width, wrapped);
    }

    /**
     * A layout that shows the whole content of each cell.
     *
     * @param width of the widest line
     * @param items greatest number of rows of a list
     */
    static TextTable whole(int width, int items) {
        return new TextTable(width, items, true);
    }

    /**
     * A layout with one line for the header and for each row. It cuts cells that do not fit.
     *
     * @param width of the widest line
     */
    static TextTable brief(int width) {
        return new TextTable(width, Integer.MAX_VALUE, false);
    }

    List<PaintedLine> lines(Table table) {
        List<Row> rows = table.firstDiffering(this.items);
        List<PaintedLine> lines = new ArrayList<>();
        if (!rows.isEmpty()) {
            List<List<List<Line>>> cells = rows.stream().map(TextTable::cells).toList();
            if (table.isMatrix()) {
                matrix(table, cells, lines);
            } else {
                list(table, cells, lines);
            }
            below(table, rows.size(), lines);
            rows.forEach(row -> facts(row, lines));
        }
        return lines;
    }

    private void below(Table table, int shown, List<PaintedLine> lines) {
        long all = table.shape() == Table.Shape.COMPARISON && table.total() == table.rows().size() ? table.differing()
                : table.total();
        if (all > shown) {
            lines.add(PaintedLine.of("and " + Counts.of(all - shown) + " more", Ink.FAINT));
        }
        if (table.isMatrix() && table.summary() != null) {
            wrapped(TextLine.of(table.summary()), Ink.PLAIN, lines);
        }
        if (table.remark() != null && this.wrapped) {
            wrapped(TextLine.of(table.remark()), Ink.FAINT, lines);
        } else if (table.remark() != null) {
            lines.add(PaintedLine.of(TextLine.of(table.remark()), Ink.FAINT));
        }
    }

    private void wrapped(String text, Ink ink, List<PaintedLine> lines) {
        TextLine.wrapped(text, this.width).forEach(part -> lines.add(PaintedLine.of(part, ink)));
    }

    private void facts(Row row, List<PaintedLine> lines) {
        List<Row.Fact> facts = row.facts().stream().filter(fact -> !fact.minor()).toList();
        if (!facts.isEmpty()) {
            lines.add(PaintedLine.EMPTY);
            lines.add(PaintedLine.of(TextLine.of(row.cells().getFirst().lines().getFirst()), Ink.TITLE));
        }
        Set<Line> advice = new HashSet<>();
        for (Row.Fact fact : facts) {
            lines.add(PaintedLine.of(GAP + TextLine.of(fact.title())));
            fact.lines()
                    .stream()
                    .filter(line -> !line.isAdvice() || advice.add(line))
                    .forEach(line -> TextLine.wrapped(TextLine.of(line), this.width - 4)
                            .forEach(part -> lines.add(PaintedLine.of(GAP + GAP + part))));
        }
    }

    private void list(Table table, List<List<List<Line>>> cells, List<PaintedLine> lines) {
        List<Integer> shown = columns(table, cells);
        boolean titled = !table.columns().getFirst().title().values().isEmpty();
        lines.add(PaintedLine.EMPTY);
        if (titled) {
            wrapped(TextLine.of(title(table)), Ink.TITLE, lines);
        }
        boolean[] numbers = new boolean[shown.size()];
        List<List<Line>> header = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = table.columns().get(shown.get(i)).number();
            header.add(List.of(table.columns().get(shown.get(i)).title()));
        }
        if (!titled) {
            header.set(0, List.of(title(table)));
        }
        List<List<List<Line>>> all = new ArrayList<>(List.of(header));
        cells.forEach(row -> all.add(shown.stream().map(row::get).toList()));
        lines.addAll(this.columns.lines(all, numbers, titled ? GAP : ""));
    }

    /** All columns. If they do not fit, secondary columns and those without a value are left out. */
    private List<Integer> columns(Table table, List<List<List<Line>>> cells) {
        List<Integer> all = IntStream.range(0, table.columns().size()).boxed().toList();
        int natural = all.stream().mapToInt(column -> TextColumns.width(cells, column) + GAP.length()).sum();
        return natural <= this.width ? all
                : all.stream()
                        .filter(column -> !table.columns().get(column).secondary() && !isEmpty(cells, column))
                        .toList();
    }

    private static boolean isEmpty(List<List<List<Line>>> cells, int column) {
        return cells.stream()
                .map(row -> row.get(column))
                .allMatch(cell -> cell.size() == 1 && cell.getFirst().text().equals(ABSENT));
    }

    private void matrix(Table table, List<List<List<Line>>> cells, List<PaintedLine> lines) {
        int images = table.columns().size() - 1;
        int shown;
        for (int start = 0; start < images; start += shown) {
            shown = this.wrapped ? shown(cells, start, images) : images;
            boolean[] numbers = new boolean[shown + 1];
            List<List<Line>> header = new ArrayList<>();
            header.add(List.of(table.title()));
            for (int i = 1; i <= shown; i++) {
                Column column = table.columns().get(start + i);
                numbers[i] = column.number();
                header.add(List.of(number(column)));
            }
            List<List<List<Line>>> all = new ArrayList<>(List.of(header));
            for (List<List<Line>> row : cells) {
                List<List<Line>> part = new ArrayList<>(List.of(row.getFirst()));
                part.addAll(row.subList(start + 1, start + 1 + shown));
                all.add(part);
            }
            lines.add(PaintedLine.EMPTY);
            lines.addAll(this.columns.lines(all, numbers, ""));
        }
    }

    private static Line title(Table table) {
        return table.summary() == null ? table.title()
                : words(TextLine.of(table.title()) + " (" + TextLine.of(table.summary()) + ")");
    }

    private static Line number(Column column) {
        return column.title().values().getFirst() instanceof Value.ImageName name ? words(TextLine.number(name))
                : column.title();
    }

    private static Line words(String text) {
        return new Line(List.of(new Value.Words(text)));
    }

    /** The number of images side by side, at least one. */
    private int shown(List<List<List<Line>>> cells, int start, int images) {
        int left = this.width - Math.min(HEADER_WIDTH, TextColumns.width(cells, 0));
        int fitting = 0;
        while (fitting < IMAGES && start + fitting < images && left >= 0) {
            left -= GAP.length() + TextColumns.width(cells, start + fitting + 1);
            fitting += left >= 0 ? 1 : 0;
        }
        return Math.min(images - start, Math.max(fitting, images <= FEW_IMAGES ? FEW_IMAGES : 2));
    }

    /**
     * The lines of each cell, with notes last. Notes of the first column are left out, because a terminal has no room
     * for explanations.
     */
    private static List<List<Line>> cells(Row row) {
        List<List<Line>> cells = new ArrayList<>();
        for (Cell cell : row.cells()) {
            List<Line> lines = new ArrayList<>(cell.lines());
            if (cell.note() != null && !cells.isEmpty()) {
                lines.add(cell.note());
            }
            cells.add(lines);
        }
        return cells;
    }
}
