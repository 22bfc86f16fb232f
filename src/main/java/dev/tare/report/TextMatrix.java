package dev.tare.report;

import java.util.List;
import java.util.function.Function;

/** More than two images side by side for a terminal, as far as they differ. */
final class TextMatrix {

    static final int ITEMS = 10;

    static final int NAME = 34;

    static final int CELLS = 60;

    private TextMatrix() {}

    /** @param first index of the first image of these columns */
    static void write(ComparisonReport report, int first, int end, List<String> lines) {
        if (report.images().size() < 3) {
            return;
        }
        MatrixReport matrix = report.matrix();
        List<String> numbers = report.images()
                .subList(first, end)
                .stream()
                .map(image -> TextReport.number(image.index()))
                .toList();
        versions("Packages that differ", matrix.packages(), first, numbers, lines);
        versions("Java libraries that differ", matrix.jars(), first, numbers, lines);
        versions("Unpacked libraries that differ", matrix.shadedLibraries(), first, numbers, lines);
        versions("Java runtimes that differ", matrix.javaRuntimes(), first, numbers, lines);
        table("Their modules and kinds", differing(matrix.javaRuntimes()), numbers, lines, VersionRowReport::name,
                row -> row.images()
                        .subList(first, first + numbers.size())
                        .stream()
                        .map(cell -> new TextCell(cell.present() ? String.join("; ", cell.extents()) : "-", null))
                        .toList());
        table("Config that differs", matrix.config().items().stream().filter(ConfigRowReport::differs).toList(),
                numbers, lines, row -> row.title() + (row.key() == null ? "" : " " + row.key()),
                row -> row.images()
                        .subList(first, first + numbers.size())
                        .stream()
                        .map(cell -> new TextCell(cell.value() == null ? "-" : cell.value(), null))
                        .toList());
        new TextFileMatrix(matrix.files(), first, numbers).write(lines);
    }

    private static void versions(String title, Listing<VersionRowReport> rows, int first, List<String> numbers,
            List<String> lines) {
        table(title, differing(rows), numbers, lines, VersionRowReport::name, row -> row.images()
                .subList(first, first + numbers.size())
                .stream()
                .map(TextMatrix::versions)
                .toList());
    }

    private static List<VersionRowReport> differing(Listing<VersionRowReport> rows) {
        return rows.items().stream().filter(VersionRowReport::differs).toList();
    }

    private static <T> void table(String title, List<T> rows, List<String> numbers, List<String> lines,
            Function<T, String> name, Function<T, List<TextCell>> cells) {
        if (rows.isEmpty()) {
            return;
        }
        int width = CELLS / numbers.size();
        TextTable table = new TextTable().row(title, numbers);
        rows.stream()
                .limit(ITEMS)
                .forEach(row -> table.row(Figures.shortened(VisibleText.of(name.apply(row)), NAME), cells.apply(row)
                        .stream()
                        .map(cell -> cell.within(width - 2))
                        .toList()));
        lines.add("");
        lines.addAll(table.lines());
        if (rows.stream()
                .limit(ITEMS)
                .flatMap(row -> cells.apply(row).stream())
                .anyMatch(cell -> cell.letter() != null)) {
            lines.add(TextCell.LEGEND);
        }
        if (rows.size() > ITEMS) {
            lines.add("  and " + Figures.count(rows.size() - (long) ITEMS) + " more");
        }
    }

    private static TextCell versions(VersionCellReport cell) {
        if (!cell.present()) {
            return new TextCell("-", null);
        }
        return new TextCell(cell.versions().isEmpty() ? "unknown" : String.join(", ", cell.versions()), cell.content());
    }
}
