package dev.tare.report.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

import dev.tare.report.document.Cell;
import dev.tare.report.document.Line;
import dev.tare.report.document.Row;
import dev.tare.report.document.Table;
import dev.tare.report.document.Table.Column;
import dev.tare.report.document.Value;

/**
 * Lays out a table for a terminal in aligned columns. A matrix of many images is split into several tables. Cells wider
 * than their column are wrapped.
 */
final class TextTable {

    private static final String GAP = "  ";

    private static final List<String> ABSENT = List.of("—");

    private static final int WIDTH = TextReport.WIDTH - 4;

    /** The greatest number of image columns side by side. */
    private static final int IMAGES = 5;

    /** The number of image columns that stay side by side even if their cells must be wrapped. */
    private static final int FEW_IMAGES = 3;

    private static final int HEADER_WIDTH = 42;

    private static final int NUMBER_WIDTH = 32;

    private final int items;

    /** @param items greatest number of rows of a list */
    TextTable(int items) {
        this.items = items;
    }

    List<String> lines(Table table) {
        List<Row> rows = table.firstDiffering(this.items);
        List<String> lines = new ArrayList<>();
        if (!rows.isEmpty()) {
            List<List<List<String>>> cells = rows.stream().map(TextTable::cells).toList();
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

    private static void below(Table table, int shown, List<String> lines) {
        long all = table.shape() == Table.Shape.COMPARISON && table.total() == table.rows().size() ? table.differing()
                : table.total();
        if (all > shown) {
            lines.add("and " + String.format(Locale.ROOT, "%,d", all - shown) + " more");
        }
        if (table.isMatrix() && table.summary() != null) {
            lines.addAll(TextLine.wrapped(TextLine.of(table.summary()), WIDTH));
        }
        if (table.remark() != null) {
            lines.addAll(TextLine.wrapped(TextLine.of(table.remark()), WIDTH));
        }
    }

    private static void facts(Row row, List<String> lines) {
        List<Row.Fact> facts = row.facts().stream().filter(fact -> !fact.minor()).toList();
        if (!facts.isEmpty()) {
            lines.add("");
            lines.add(TextLine.of(row.cells().getFirst().lines().getFirst()));
        }
        Set<Line> advice = new HashSet<>();
        for (Row.Fact fact : facts) {
            lines.add(GAP + TextLine.of(fact.title()));
            fact.lines()
                    .stream()
                    .filter(line -> !line.isAdvice() || advice.add(line))
                    .forEach(line -> TextLine.wrapped(TextLine.of(line), WIDTH - 4)
                            .forEach(part -> lines.add(GAP + GAP + part)));
        }
    }

    private static void list(Table table, List<List<List<String>>> cells, List<String> lines) {
        List<Integer> columns = columns(table, cells);
        boolean titled = !table.columns().getFirst().title().values().isEmpty();
        lines.add("");
        if (titled) {
            lines.addAll(TextLine.wrapped(title(table), WIDTH));
        }
        boolean[] numbers = new boolean[columns.size()];
        List<List<String>> header = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = table.columns().get(columns.get(i)).number();
            header.add(List.of(TextLine.of(table.columns().get(columns.get(i)).title())));
        }
        if (!titled) {
            header.set(0, List.of(title(table)));
        }
        List<List<List<String>>> all = new ArrayList<>(List.of(header));
        cells.forEach(row -> all.add(columns.stream().map(row::get).toList()));
        layout(all, numbers, titled ? GAP : "", lines);
    }

    /** All columns. If they do not fit, secondary columns and those without a value are left out. */
    private static List<Integer> columns(Table table, List<List<List<String>>> cells) {
        List<Integer> all = IntStream.range(0, table.columns().size()).boxed().toList();
        int natural = all.stream().mapToInt(column -> width(cells, column) + GAP.length()).sum();
        return natural <= WIDTH ? all
                : all.stream()
                        .filter(column -> !table.columns().get(column).secondary() && !isEmpty(cells, column))
                        .toList();
    }

    private static boolean isEmpty(List<List<List<String>>> cells, int column) {
        return cells.stream().allMatch(row -> row.get(column).equals(ABSENT));
    }

    private static void matrix(Table table, List<List<List<String>>> cells, List<String> lines) {
        int images = table.columns().size() - 1;
        int shown;
        for (int start = 0; start < images; start += shown) {
            shown = shown(cells, start, images);
            boolean[] numbers = new boolean[shown + 1];
            List<List<String>> header = new ArrayList<>();
            header.add(List.of(TextLine.of(table.title())));
            for (int i = 1; i <= shown; i++) {
                Column column = table.columns().get(start + i);
                numbers[i] = column.number();
                header.add(List.of(number(column)));
            }
            List<List<List<String>>> all = new ArrayList<>(List.of(header));
            for (List<List<String>> row : cells) {
                List<List<String>> part = new ArrayList<>(List.of(row.getFirst()));
                part.addAll(row.subList(start + 1, start + 1 + shown));
                all.add(part);
            }
            lines.add("");
            layout(all, numbers, "", lines);
        }
    }

    private static String title(Table table) {
        String title = TextLine.of(table.title());
        return table.summary() == null ? title : title + " (" + TextLine.of(table.summary()) + ")";
    }

    private static String number(Column column) {
        return column.title().values().getFirst() instanceof Value.ImageName name ? TextLine.number(name)
                : TextLine.of(column.title());
    }

    /** The number of images side by side, at least one. */
    private static int shown(List<List<List<String>>> cells, int start, int images) {
        int left = WIDTH - Math.min(HEADER_WIDTH, width(cells, 0));
        int fitting = 0;
        while (fitting < IMAGES && start + fitting < images && left >= 0) {
            left -= GAP.length() + width(cells, start + fitting + 1);
            fitting += left >= 0 ? 1 : 0;
        }
        return Math.min(images - start, Math.max(fitting, images <= FEW_IMAGES ? FEW_IMAGES : 2));
    }

    private static int width(List<List<List<String>>> rows, int column) {
        return rows.stream().flatMap(row -> row.get(column).stream()).mapToInt(TextLine::width).max().orElse(0);
    }

    /**
     * The lines of each cell, with notes last. Notes of the first column are left out, because a terminal has no room
     * for explanations.
     */
    private static List<List<String>> cells(Row row) {
        List<List<String>> cells = new ArrayList<>();
        for (Cell cell : row.cells()) {
            List<String> lines = new ArrayList<>();
            cell.lines().forEach(line -> lines.add(TextLine.of(line)));
            if (cell.note() != null && !cells.isEmpty()) {
                lines.add(TextLine.of(cell.note()));
            }
            cells.add(lines);
        }
        return cells;
    }

    private static void layout(List<List<List<String>>> rows, boolean[] numbers, String indent, List<String> lines) {
        int[] widths = widths(rows, numbers, WIDTH - indent.length());
        for (List<List<String>> row : rows) {
            List<List<String>> broken = new ArrayList<>();
            for (int column = 0; column < row.size(); column++) {
                int width = widths[column];
                broken.add(row.get(column).stream().flatMap(line -> TextLine.wrapped(line, width).stream()).toList());
            }
            int height = broken.stream().mapToInt(List::size).max().orElse(0);
            for (int line = 0; line < height; line++) {
                lines.add(indent + line(broken, line, widths, numbers));
            }
        }
    }

    private static String line(List<List<String>> cells, int at, int[] widths, boolean[] numbers) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String part = at < cells.get(column).size() ? cells.get(column).get(at) : "";
            String padding = " ".repeat(widths[column] - TextLine.width(part));
            line.append(column == 0 ? "" : GAP).append(numbers[column] ? padding + part : part + padding);
        }
        return line.toString().stripTrailing();
    }

    /** The natural widths, reduced for the widest columns until all fit. */
    private static int[] widths(List<List<List<String>>> rows, boolean[] numbers, int room) {
        int[] widths = new int[numbers.length];
        for (int column = 0; column < widths.length; column++) {
            int natural = Math.clamp(width(rows, column), 1, WIDTH);
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
