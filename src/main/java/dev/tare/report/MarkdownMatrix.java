package dev.tare.report;

import java.util.List;
import java.util.function.Function;

/** More than two images side by side, as far as they differ; of two their difference says it all. */
final class MarkdownMatrix {

    private final ComparisonReport report;

    private final List<String> lines;

    private final int items;

    private MarkdownMatrix(ComparisonReport report, List<String> lines, int items) {
        this.report = report;
        this.lines = lines;
        this.items = items;
    }

    static void write(ComparisonReport report, List<String> lines, int items) {
        if (report.images().size() > 2) {
            lines.addAll(List.of("", "## Side by side", "", "What is the same in all images is left out here."));
            new MarkdownMatrix(report, lines, items).write();
        }
    }

    private void write() {
        MatrixReport matrix = this.report.matrix();
        versions("Packages", matrix.packages());
        versions("Java libraries", matrix.jars());
        versions(Figures.SHADED, matrix.shadedLibraries());
        versions("Java runtimes", matrix.javaRuntimes());
        table("Config", matrix.config(), ConfigRowReport::differs, MarkdownMatrix::title,
                row -> row.images().stream().map(cell -> cell.value() == null ? "—" : value(cell.value())).toList());
    }

    private void versions(String title, Listing<VersionRowReport> rows) {
        table(title, rows, VersionRowReport::differs, row -> MarkdownText.code(row.name()),
                row -> row.images().stream().map(MarkdownMatrix::versions).toList());
    }

    private <T> void table(String title, Listing<T> rows, Function<T, Boolean> differs, Function<T, String> name,
            Function<T, List<String>> cells) {
        List<T> differing = rows.items().stream().filter(differs::apply).toList();
        if (differing.isEmpty()) {
            return;
        }
        MarkdownTable table = new MarkdownTable(title,
                this.report.images().stream().map(image -> MarkdownText.code(image.name())).toList());
        differing.stream().limit(this.items).forEach(row -> table.row(name.apply(row), cells.apply(row)));
        this.lines.add("");
        this.lines.addAll(table.lines());
        if (differing.size() > this.items) {
            this.lines.addAll(List.of("", "and %s more that differ.".formatted(
                    Figures.count(differing.size() - (long) this.items))));
        }
    }

    private static String title(ConfigRowReport row) {
        return row.title() + (row.key() == null ? "" : " " + MarkdownText.code(row.key()));
    }

    private static String versions(VersionCellReport cell) {
        if (!cell.present()) {
            return "—";
        }
        String versions = cell.versions().isEmpty() ? "unknown version" : MarkdownText.codes(cell.versions());
        return versions + (cell.extents().isEmpty() ? "" : " (" + String.join("; ", cell.extents()) + ")")
                + (cell.content() == null ? "" : ", content " + cell.content());
    }

    private static String value(String value) {
        return MarkdownText.code(Figures.shortened(value, 60));
    }
}
