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
                .map(row -> new Row(SHOWN.text(row.name()), hint(row),
                        row.images().stream().map(MatrixRows::cell).toList()))
                .toList();
    }

    /** How many of the rows say that the images differ. */
    static long differing(Listing<VersionRowReport> rows) {
        return rows.items().stream().filter(VersionRowReport::differs).count();
    }

    private static String hint(VersionRowReport row) {
        boolean sameVersions = row.images().stream().distinct().count() == 1;
        return row.ecosystem() + (row.differs() && sameVersions ? ", content differs" : "");
    }

    private static Cell cell(VersionCellReport cell) {
        if (!cell.present()) {
            return Cell.of("—");
        }
        List<String> versions = cell.versions().isEmpty() ? List.of("unknown version") : cell.versions();
        return Cell.of(Stream.concat(versions.stream().map(SHOWN::text), cell.extents().stream()).toList());
    }
}
