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
        files(matrix.files());
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
        MarkdownTable table = new MarkdownTable(title, names());
        differing.stream().limit(this.items).forEach(row -> table.row(name.apply(row), cells.apply(row)));
        this.lines.add("");
        this.lines.addAll(table.lines());
        if (differing.size() > this.items) {
            this.lines.addAll(List.of("", "and %s more that differ.".formatted(
                    Figures.count(differing.size() - (long) this.items))));
        }
    }

    private void files(FileMatrixReport files) {
        if (files.differing().empty()) {
            return;
        }
        List<FileMatrixRowReport> rows = files.differing().items().stream().limit(this.items).toList();
        MarkdownTable table = new MarkdownTable("Paths", names());
        table.row("all that differ", files.images().stream().map(image -> Figures.count(image.paths())).toList());
        table.row("their visible bytes",
                files.images().stream().map(image -> HumanSize.of(image.visibleBytes())).toList());
        rows.forEach(row -> table.row(MarkdownText.code("/" + row.path()),
                row.images().stream().map(cell -> file(row, cell)).toList()));
        this.lines.add("");
        this.lines.addAll(table.lines());
        long more = files.differing().total() - rows.size();
        this.lines.addAll(List.of("", (more == 0 ? "" : "and " + Figures.count(more) + " more that differ. ")
                + Figures.count(files.samePaths(), "path is", "paths are") + " the same in all images."));
    }

    private static String file(FileMatrixRowReport row, FileMatrixCellReport cell) {
        FileStateReport state = cell.state();
        if (state == null) {
            return "—";
        }
        String target = state.linkTarget() == null ? FileCellText.size(state)
                : "→ " + MarkdownText.code(Figures.shortened(state.linkTarget(), 60));
        String content = cell.content() == null ? "" : ", content " + cell.content();
        String others = String.join(", ", FileCellText.others(row, state));
        return target + content + (others.isEmpty() ? "" : ", " + MarkdownText.prose(others));
    }

    private List<String> names() {
        return this.report.images().stream().map(image -> MarkdownText.code(image.name())).toList();
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
