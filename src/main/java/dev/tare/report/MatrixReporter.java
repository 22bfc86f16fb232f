package dev.tare.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

import dev.tare.comparison.Comparison;
import dev.tare.comparison.Matrix;
import dev.tare.comparison.change.ConfigRow;
import dev.tare.comparison.file.FileMatrix;
import dev.tare.comparison.version.VersionRow;
import dev.tare.policy.check.Verdict;

/** Reports the images side by side. */
final class MatrixReporter {

    private final Comparison comparison;

    private final List<ImageReport> images;

    private final Lists lists;

    MatrixReporter(Comparison comparison, List<ImageReport> images) {
        this.comparison = comparison;
        this.images = images;
        this.lists = new Lists(images.size());
    }

    MatrixReport report() {
        Matrix matrix = this.comparison.matrix();
        return new MatrixReport(versions(matrix.packages()), versions(matrix.bundledPackages()),
                versions(matrix.jars()),
                versions(matrix.shadedLibraries()), versions(matrix.javaRuntimes()),
                this.lists.of(matrix.config(), rows(), MatrixReporter::config), contents(), checks(),
                files(this.comparison.files(Math.min(rows(), ListLimits.FILES))));
    }

    /** The more images, the fewer rows. */
    private int rows() {
        return Math.max(1, ListLimits.CELLS / this.images.size());
    }

    private Listing<MatrixReport.VersionRow> versions(List<VersionRow> versions) {
        return this.lists.of(versions, rows(), row -> new MatrixReport.VersionRow(row.ecosystem(), row.name(),
                row.differs(),
                IntStream.range(0, row.versions().size())
                        .mapToObj(image -> cell(row, image))
                        .toList()));
    }

    private static MatrixReport.VersionCell cell(VersionRow row, int image) {
        Optional<List<String>> versions = row.versions().get(image);
        return new MatrixReport.VersionCell(versions.isPresent(), versions.orElse(List.of()), row.extents().get(image),
                row.contents().get(image).orElse(null), row.facts().get(image));
    }

    private static MatrixReport.ConfigRow config(ConfigRow row) {
        return new MatrixReport.ConfigRow(row.field(), row.field().title(), row.key(),
                row.differs(), IntStream.range(0, row.values().size())
                        .mapToObj(image -> new MatrixReport.ConfigCell(row.values().get(image).orElse(null),
                                row.hidden().get(image)))
                        .toList());
    }

    private List<MatrixReport.CountRow> contents() {
        List<MatrixReport.CountRow> rows = new ArrayList<>();
        rows.add(count("paths", image -> image.contents().files().paths()));
        rows.add(count("files", image -> image.contents().files().files()));
        rows.add(count("visible bytes", image -> image.sizes().visibleBytes()));
        rows.add(count("executables", image -> image.contents().files().executables()));
        rows.add(count("shared libraries", image -> image.contents().files().sharedLibraries()));
        boolean examined =
                this.images.stream().allMatch(image -> image.security().surfaceNotExaminedBecause() == null);
        List<SecurityReport.Surface> kinds = examined ? this.images.getFirst().security().surface() : List.of();
        IntStream.range(0, kinds.size())
                .forEach(i -> rows.add(count(kinds.get(i).title(),
                        image -> image.security().surface().get(i).paths().total())));
        rows.sort(Comparator.comparing(row -> !row.differs()));
        return rows;
    }

    private MatrixReport.CountRow count(String title, ToLongFunction<ImageReport> count) {
        List<Long> counts = this.images.stream().map(count::applyAsLong).toList();
        return new MatrixReport.CountRow(title, isMixed(counts), counts);
    }

    private List<MatrixReport.CheckRow> checks() {
        List<CheckReport> checks = this.images.getFirst().checks();
        return IntStream.range(0, checks.size())
                .mapToObj(i -> check(checks.get(i), i))
                .sorted(Comparator.comparing(row -> !row.differs()))
                .toList();
    }

    private MatrixReport.CheckRow check(CheckReport check, int index) {
        List<Verdict> verdicts = this.images.stream().map(image -> image.checks().get(index).verdict()).toList();
        return new MatrixReport.CheckRow(check.id(), check.title(), isMixed(verdicts), verdicts);
    }

    private static boolean isMixed(List<?> values) {
        return values.stream().distinct().count() > 1;
    }

    private MatrixReport.FileMatrix files(FileMatrix files) {
        return new MatrixReport.FileMatrix(files.same(), files.images()
                .stream()
                .map(image -> new MatrixReport.PathCount(image.paths(), image.bytes()))
                .toList(), this.lists.of(files.largest(), files.differing(), ListLimits.FILES, MatrixReporter::file));
    }

    private static MatrixReport.PathRow file(FileMatrix.Row row) {
        return new MatrixReport.PathRow(row.path(), List.copyOf(row.aspects()), IntStream
                .range(0, row.entries().size())
                .mapToObj(image -> new MatrixReport.PathCell(
                        row.entries().get(image).map(FilesReport.State::from).orElse(null),
                        row.contents().get(image).orElse(null)))
                .toList());
    }
}
