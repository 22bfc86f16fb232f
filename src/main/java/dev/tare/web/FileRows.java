package dev.tare.web;

import java.util.List;
import java.util.stream.Stream;

import dev.tare.report.FileCellText;
import dev.tare.report.FileMatrixCellReport;
import dev.tare.report.FileMatrixReport;
import dev.tare.report.FileMatrixRowReport;
import dev.tare.report.FileStateReport;

/** The paths that are not the same in all images. */
final class FileRows {

    private static final Shown SHOWN = new Shown();

    private FileRows() {}

    static List<Row> of(FileMatrixReport files, int most) {
        return Stream.concat(Stream.of(totals(files)), files.differing()
                .items()
                .stream()
                .limit(most)
                .map(row -> new Row("/" + SHOWN.text(row.path()), null,
                        row.images().stream().map(cell -> cell(row, cell)).toList())))
                .toList();
    }

    private static Row totals(FileMatrixReport files) {
        return new Row("All that differ", "paths, and their visible bytes", files.images()
                .stream()
                .map(image -> new Cell(
                        List.of(SHOWN.count(image.paths()), SHOWN.size(image.visibleBytes())), null,
                        SHOWN.bytes(image.visibleBytes())))
                .toList());
    }

    private static Cell cell(FileMatrixRowReport row, FileMatrixCellReport cell) {
        FileStateReport state = cell.state();
        if (state == null) {
            return Cell.of("—");
        }
        Stream<String> content = Stream.ofNullable(cell.content()).map(letter -> "content " + letter);
        return Cell.of(Stream
                .of(Stream.of(SHOWN.state(state)), content, FileCellText.others(row, state).stream().map(SHOWN::text))
                .flatMap(lines -> lines)
                .toList());
    }
}
