package dev.tare.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import dev.tare.comparison.Difference;
import dev.tare.comparison.change.Change;
import dev.tare.comparison.change.ConfigChange;
import dev.tare.comparison.change.SurfaceChange;
import dev.tare.comparison.file.FileChange;
import dev.tare.comparison.file.FileDifference;
import dev.tare.comparison.file.FileDifference.MovedFile;
import dev.tare.comparison.ledger.LedgerDifference;
import dev.tare.comparison.version.JarSimilarity;
import dev.tare.comparison.version.VersionDifference;
import dev.tare.content.Unread.Subject;
import dev.tare.filetree.FileEntry;
import dev.tare.inspection.Sizes;
import dev.tare.inspection.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/** Reports the difference of two images. */
final class DifferenceReporter {

    private static final Comparator<FileChange> LARGEST_FIRST = Comparator.comparingLong(FileChange::weight)
            .reversed()
            .thenComparing(FileChange::path);

    private static final Comparator<MovedFile> LARGEST_MOVED_FIRST = Comparator
            .comparingLong((MovedFile file) -> file.to().size())
            .reversed()
            .thenComparing(file -> file.to().path());

    private static final String SURFACE_NOT_COMPARED =
            "Tare compares the attack surface and runtime files only if both images are for Linux.";

    private final int from;

    private final int to;

    private final Difference difference;

    private final Lists lists;

    DifferenceReporter(int from, int to, Difference difference, Lists lists) {
        this.from = from;
        this.to = to;
        this.difference = difference;
        this.lists = lists;
    }

    DifferenceReport report() {
        Sizes before = this.difference.from().weight().sizes();
        Sizes after = this.difference.to().weight().sizes();
        return new DifferenceReport(this.from, this.to, this.difference.commonLeadingLayers(),
                after.uncompressed() - before.uncompressed(), after.visible() - before.visible(),
                growth(before.compressed(), after.compressed()), files(this.difference.files()),
                versions(this.difference.packages(), Subject.OS_PACKAGES, Subject.LANGUAGE_PACKAGE),
                versions(this.difference.bundledPackages(), Subject.LANGUAGE_PACKAGE),
                versions(this.difference.jars(), Subject.JAR),
                versions(this.difference.shadedLibraries(), Subject.JAR),
                versions(this.difference.javaRuntimes(), Subject.JAVA_RUNTIME),
                this.lists.of(this.difference.config(), ListLimits.CONFIG, DifferenceReporter::configChange),
                this.lists.of(this.difference.surface(), ListLimits.SURFACE, DifferenceReporter::surfaceChange),
                this.difference.from().surface().examined() && this.difference.to().surface().examined() ? null
                        : SURFACE_NOT_COMPARED,
                LedgerChangeReport.of(LedgerDifference.between(Ledger.of(this.difference.from()),
                        Ledger.of(this.difference.to())), this.lists));
    }

    private VersionsReport versions(VersionDifference versions, Subject... subject) {
        return VersionsReport.from(versions, this.difference, this.lists, subject);
    }

    private static @Nullable Long growth(@Nullable Long before, @Nullable Long after) {
        return before == null || after == null ? null : after - before;
    }

    private FilesReport files(FileDifference files) {
        Map<String, JarSimilarity> jars = this.difference.jarsByPath();
        List<MovedFile> moves = files.moves().stream().sorted(LARGEST_MOVED_FIRST).toList();
        return new FilesReport(FilesReport.Tally.from(files.added()), FilesReport.Tally.from(files.removed()),
                FilesReport.Tally.from(files.modified()), FilesReport.Tally.from(files.moved()),
                FilesReport.Tally.from(files.unmodified()), largest(files.of(Change.ADDED), jars),
                largest(files.of(Change.REMOVED), jars), largest(files.of(Change.MODIFIED), jars),
                this.lists.of(moves, ListLimits.MOVES, DifferenceReporter::moved),
                files.heavyPaths().stream().map(FilesReport.PathGrowth::from).toList());
    }

    private Listing<FilesReport.PathChange> largest(List<FileChange> changes, Map<String, JarSimilarity> jars) {
        List<FileChange> sorted = changes.stream().sorted(LARGEST_FIRST).toList();
        return this.lists.of(sorted, ListLimits.FILES,
                change -> new FilesReport.PathChange(change.path(), change.change(),
                        List.copyOf(change.aspects()), state(change.from()), state(change.to()),
                        jars.get(change.path())));
    }

    private static FilesReport.@Nullable State state(@Nullable FileEntry entry) {
        return entry == null ? null : FilesReport.State.from(entry);
    }

    private static FilesReport.MovedFile moved(MovedFile file) {
        return new FilesReport.MovedFile(file.from().path(), file.to().path(), List.copyOf(file.aspects()),
                FilesReport.State.from(file.from()), FilesReport.State.from(file.to()));
    }

    private static DifferenceReport.ConfigChange configChange(ConfigChange change) {
        return new DifferenceReport.ConfigChange(change.field(), change.field().title(),
                change.key(), change.change(),
                change.from(), change.to());
    }

    private static DifferenceReport.SurfaceChange surfaceChange(SurfaceChange change) {
        return new DifferenceReport.SurfaceChange(change.item().kind(), change.item().kind().title(), change.change(),
                change.item().path());
    }
}
