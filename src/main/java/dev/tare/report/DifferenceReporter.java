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
import dev.tare.comparison.file.FileDifference.Tally;
import dev.tare.comparison.version.JarSameness;
import dev.tare.comparison.version.VersionChange;
import dev.tare.comparison.version.VersionDifference;
import dev.tare.comparison.version.VersionDifference.Rename;
import dev.tare.filetree.FileEntry;
import dev.tare.inspection.Sizes;
import dev.tare.secret.redaction.Redaction;
import org.jspecify.annotations.Nullable;

/** Writes the difference of two images down as its part of the document. */
final class DifferenceReporter {

    private static final Comparator<FileChange> LARGEST_FIRST = Comparator.comparingLong(FileChange::weight)
            .reversed()
            .thenComparing(FileChange::path);

    private static final Comparator<MovedFile> LARGEST_MOVED_FIRST = Comparator
            .comparingLong((MovedFile file) -> file.to().size())
            .reversed()
            .thenComparing(file -> file.to().path());

    private final int from;

    private final int to;

    private final Difference difference;

    private final Map<String, JarSameness> jars;

    DifferenceReporter(int from, int to, Difference difference) {
        this.from = from;
        this.to = to;
        this.difference = difference;
        this.jars = difference.jarsByPath();
    }

    DifferenceReport report() {
        Sizes before = this.difference.from().weight().sizes();
        Sizes after = this.difference.to().weight().sizes();
        return new DifferenceReport(this.from, this.to, this.difference.commonLeadingLayers(),
                after.uncompressed() - before.uncompressed(), after.visible() - before.visible(),
                growth(before.compressed(), after.compressed()), files(this.difference.files()),
                versions(this.difference.packages()), versions(this.difference.jars()),
                versions(this.difference.shadedLibraries()), versions(this.difference.javaRuntimes()), config(),
                surface());
    }

    private Listing<ConfigChangeReport> config() {
        return Listing.of(this.difference.config().stream().map(DifferenceReporter::configChange).toList(),
                Caps.CONFIG);
    }

    private Listing<SurfaceChangeReport> surface() {
        return Listing.of(this.difference.surface().stream().map(DifferenceReporter::surfaceChange).toList(),
                Caps.SURFACE);
    }

    private static @Nullable Long growth(@Nullable Long before, @Nullable Long after) {
        return before == null || after == null ? null : after - before;
    }

    private FilesDifferenceReport files(FileDifference files) {
        return new FilesDifferenceReport(tally(files.added()), tally(files.removed()), tally(files.modified()),
                tally(files.moved()), tally(files.unmodified()), largest(files, Change.ADDED),
                largest(files, Change.REMOVED), largest(files, Change.MODIFIED), moved(files.moves()));
    }

    private static Listing<MovedFileReport> moved(List<MovedFile> moves) {
        return Listing.of(moves.stream().sorted(LARGEST_MOVED_FIRST).map(DifferenceReporter::moved).toList(),
                Caps.MOVES);
    }

    private static MovedFileReport moved(MovedFile file) {
        return new MovedFileReport(file.from().path(), file.to().path(), List.copyOf(file.aspects()),
                FileStateReport.from(file.from()), FileStateReport.from(file.to()));
    }

    private static TallyReport tally(Tally tally) {
        return new TallyReport(tally.paths(), tally.fromBytes(), tally.toBytes());
    }

    private Listing<FileChangeReport> largest(FileDifference files, Change change) {
        List<FileChange> changes = files.of(change);
        return new Listing<>(changes.size(), Math.max(0, changes.size() - Caps.FILES), changes.stream()
                .sorted(LARGEST_FIRST)
                .limit(Caps.FILES)
                .map(this::fileChange)
                .toList());
    }

    private FileChangeReport fileChange(FileChange change) {
        return new FileChangeReport(change.path(), change.change(), List.copyOf(change.aspects()),
                state(change.from()), state(change.to()), this.jars.get(change.path()));
    }

    private static @Nullable FileStateReport state(@Nullable FileEntry entry) {
        return entry == null ? null : FileStateReport.from(entry);
    }

    private static VersionDifferenceReport versions(VersionDifference versions) {
        return new VersionDifferenceReport(versions.count(Change.ADDED), versions.count(Change.REMOVED),
                versions.count(Change.MODIFIED), versions.unmodified(), Listing
                        .of(versions.changes().stream().map(DifferenceReporter::versionChange).toList(),
                                Caps.PACKAGES),
                Listing.of(versions.renamed().stream().map(DifferenceReporter::rename).toList(), Caps.PACKAGES));
    }

    private static RenameReport rename(Rename rename) {
        return new RenameReport(rename.ecosystem(), rename.fromName(), rename.toName(), rename.from(), rename.to(),
                rename.direction(), rename.evidence());
    }

    private static VersionChangeReport versionChange(VersionChange change) {
        return new VersionChangeReport(change.ecosystem(), change.name(), change.change(), change.from(),
                change.to(), change.change() == Change.MODIFIED && change.from().equals(change.to()),
                change.direction(), change.same(), RuntimeChangeReport.from(change.runtime()));
    }

    private static ConfigChangeReport configChange(ConfigChange change) {
        return new ConfigChangeReport(change.field(), change.field().title(), HiddenValues.optional(change.key()),
                change.change(),
                shown(change, change.from()), shown(change, change.to()));
    }

    private static @Nullable String shown(ConfigChange change, @Nullable String value) {
        return Redaction.value(change.key(), value);
    }

    private static SurfaceChangeReport surfaceChange(SurfaceChange change) {
        return new SurfaceChangeReport(change.item().kind(), change.item().kind().title(), change.change(),
                change.item().path());
    }
}
