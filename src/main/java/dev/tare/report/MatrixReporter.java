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
import dev.tare.secret.redaction.Redaction;

/** Writes the images side by side down as their part of the document. */
final class MatrixReporter {

    private final Comparison comparison;

    private final Matrix matrix;

    private final List<ImageReport> images;

    MatrixReporter(Comparison comparison, List<ImageReport> images) {
        this.comparison = comparison;
        this.matrix = comparison.matrix();
        this.images = images;
    }

    MatrixReport report() {
        return new MatrixReport(versions(this.matrix.packages()), versions(this.matrix.jars()),
                versions(this.matrix.shadedLibraries()), versions(this.matrix.javaRuntimes()),
                Listing.of(this.matrix.config().stream().map(MatrixReporter::config).toList(), rows()), contents(),
                practices(), files(this.comparison.files(Math.min(rows(), Caps.FILES))));
    }

    private static FileMatrixReport files(FileMatrix files) {
        List<FileMatrixRowReport> rows = files.largest().stream().map(MatrixReporter::file).toList();
        return new FileMatrixReport(files.same(),
                files.images().stream().map(image -> new PathCountReport(image.paths(), image.bytes())).toList(),
                new Listing<>(files.differing(), files.differing() - rows.size(), rows));
    }

    private static FileMatrixRowReport file(FileMatrix.Row row) {
        return new FileMatrixRowReport(row.path(), List.copyOf(row.aspects()),
                IntStream.range(0, row.entries().size()).mapToObj(image -> cell(row, image)).toList());
    }

    private static FileMatrixCellReport cell(FileMatrix.Row row, int image) {
        return new FileMatrixCellReport(row.entries().get(image).map(FileStateReport::from).orElse(null),
                row.contents().get(image).orElse(null));
    }

    private Listing<VersionRowReport> versions(List<VersionRow> versions) {
        return Listing.of(versions.stream().map(MatrixReporter::version).toList(), rows());
    }

    /** The more images, the fewer rows. */
    private int rows() {
        return Math.max(1, Caps.CELLS / this.images.size());
    }

    private List<CountRowReport> contents() {
        List<CountRowReport> rows = new ArrayList<>();
        rows.add(count("paths", image -> image.files().paths()));
        rows.add(count("files", image -> image.files().files()));
        rows.add(count("visible bytes", image -> image.sizes().visibleBytes()));
        rows.add(count("executables", image -> image.files().executables()));
        rows.add(count("shared libraries", image -> image.files().sharedLibraries()));
        List<SurfaceReport> kinds = this.images.getFirst().surface();
        IntStream.range(0, kinds.size())
                .forEach(i -> rows.add(count(kinds.get(i).title(), image -> image.surface().get(i).paths().total())));
        rows.sort(Comparator.comparing(row -> !row.differs()));
        return rows;
    }

    private CountRowReport count(String title, ToLongFunction<ImageReport> count) {
        List<Long> counts = this.images.stream().map(count::applyAsLong).toList();
        return new CountRowReport(title, isMixed(counts), counts);
    }

    private List<PracticeRowReport> practices() {
        List<PracticeReport> practices = this.images.getFirst().practices();
        return IntStream.range(0, practices.size())
                .mapToObj(i -> practice(practices.get(i), i))
                .sorted(Comparator.comparing(row -> !row.differs()))
                .toList();
    }

    private PracticeRowReport practice(PracticeReport practice, int index) {
        List<Verdict> verdicts = this.images.stream().map(image -> image.practices().get(index).verdict()).toList();
        return new PracticeRowReport(practice.id(), practice.title(), isMixed(verdicts), verdicts);
    }

    private static boolean isMixed(List<?> values) {
        return values.stream().distinct().count() > 1;
    }

    private static VersionRowReport version(VersionRow row) {
        return new VersionRowReport(row.ecosystem(), row.name(), row.differs(),
                IntStream.range(0, row.versions().size()).mapToObj(image -> cell(row, image)).toList());
    }

    private static VersionCellReport cell(VersionRow row, int image) {
        Optional<List<String>> versions = row.versions().get(image);
        return new VersionCellReport(versions.isPresent(), versions.orElse(List.of()), row.extents().get(image),
                row.contents().get(image).orElse(null));
    }

    private static ConfigRowReport config(ConfigRow row) {
        return new ConfigRowReport(row.field(), row.field().title(), HiddenValues.optional(row.key()), row.differs(),
                row.values()
                        .stream()
                        .map(value -> new ConfigCellReport(Redaction.value(row.key(), value.orElse(null))))
                        .toList());
    }
}
