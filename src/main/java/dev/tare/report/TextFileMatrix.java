package dev.tare.report;

import java.util.List;
import java.util.function.Function;

import dev.tare.comparison.file.Aspect;

/** The paths that are not the same in all images, for a terminal. */
final class TextFileMatrix {

    private final FileMatrixReport files;

    private final int first;

    private final List<String> numbers;

    /** @param first index of the first image of these columns */
    TextFileMatrix(FileMatrixReport files, int first, List<String> numbers) {
        this.files = files;
        this.first = first;
        this.numbers = numbers;
    }

    void write(List<String> lines) {
        if (this.files.differing().empty()) {
            return;
        }
        List<FileMatrixRowReport> rows = this.files.differing().items().stream().limit(TextMatrix.ITEMS).toList();
        TextTable table = new TextTable().row("Paths that differ", this.numbers);
        table.row("all of them", columns(this.files.images(), image -> Figures.count(image.paths())));
        table.row("visible bytes", columns(this.files.images(), image -> HumanSize.of(image.visibleBytes())));
        rows.forEach(row -> add(table, row));
        lines.add("");
        lines.addAll(table.lines());
        if (rows.stream().flatMap(row -> row.images().stream()).anyMatch(cell -> cell.content() != null)) {
            lines.add(TextCell.LEGEND);
        }
        long more = this.files.differing().total() - rows.size();
        lines.add("  " + (more == 0 ? "" : "and " + Figures.count(more) + " more; ")
                + Figures.count(this.files.samePaths(), "path is", "paths are") + " the same in all images");
    }

    private void add(TextTable table, FileMatrixRowReport row) {
        table.row(end("/" + VisibleText.of(row.path())), columns(row.images(),
                cell -> shown(new TextCell(FileCellText.size(cell.state()), cell.content()))));
        FileCellText.BESIDE.stream()
                .filter(row.aspects()::contains)
                .forEach(aspect -> table.row("  " + AspectText.word(aspect), values(row, aspect)));
    }

    private List<String> values(FileMatrixRowReport row, Aspect aspect) {
        return columns(row.images(), cell -> shown(new TextCell(FileCellText.value(aspect, cell.state()), null)));
    }

    private String shown(TextCell cell) {
        return cell.within(TextMatrix.CELLS / this.numbers.size() - 2);
    }

    private <T> List<String> columns(List<T> images, Function<T, String> cell) {
        return images.subList(this.first, this.first + this.numbers.size()).stream().map(cell).toList();
    }

    /** The end of a path tells more than where it begins. */
    private static String end(String path) {
        int[] codePoints = path.codePoints().toArray();
        int cut = codePoints.length - TextMatrix.NAME + 1;
        return cut <= 1 ? path : "…" + new String(codePoints, cut, TextMatrix.NAME - 1);
    }
}
