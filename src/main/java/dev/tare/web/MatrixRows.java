package dev.tare.web;

import java.util.List;
import java.util.stream.Stream;

import dev.tare.report.Listing;
import dev.tare.report.VersionCellReport;
import dev.tare.report.VersionRowReport;

/** Packages, libraries and runtimes side by side. */
final class MatrixRows {

    private static final Shown SHOWN = new Shown();

    private MatrixRows() {}

    static List<Row> of(Listing<VersionRowReport> rows, int most) {
        return rows.items()
                .stream()
                .limit(most)
                .map(row -> new Row(SHOWN.text(row.name()), row.ecosystem(),
                        row.images().stream().map(MatrixRows::cell).toList()))
                .toList();
    }

    /** How many of the rows say that the images differ. */
    static long differing(Listing<VersionRowReport> rows) {
        return rows.items().stream().filter(VersionRowReport::differs).count();
    }

    private static Cell cell(VersionCellReport cell) {
        if (!cell.present()) {
            return Cell.of("—");
        }
        List<String> versions = cell.versions().isEmpty() ? List.of("unknown version") : cell.versions();
        Stream<String> content = Stream.ofNullable(cell.content()).map(letter -> "content " + letter);
        return Cell.of(Stream.of(versions.stream().map(SHOWN::text), cell.extents().stream(), content)
                .flatMap(lines -> lines)
                .toList());
    }
}
