package dev.tare.report;

import java.util.List;

import dev.tare.comparison.Difference;
import dev.tare.comparison.change.Change;
import dev.tare.comparison.version.JarSimilarity;
import dev.tare.comparison.version.PackageFacts;
import dev.tare.comparison.version.VersionDifference;
import dev.tare.content.Unread;
import dev.tare.ecosystem.java.runtime.JavaRuntime.Kind;
import dev.tare.version.Direction;
import org.jspecify.annotations.Nullable;

/**
 * The differences between the packages, libraries or runtimes of two images.
 *
 * @param fromIncomplete whether the reference has some that could not be read, so that {@code added} may be too high, and
 *                       {@code removed} too low
 * @param toIncomplete   whether the other image has some that could not be read, so that {@code removed} may be too high,
 *                       and {@code added} too low
 * @param changes by ecosystem and name, without the renamed ones
 * @param renamed counted neither as added nor as removed
 */
public record VersionsReport(long added, long removed, long modified, long unmodified, boolean fromIncomplete,
        boolean toIncomplete, Listing<VersionChange> changes, Listing<Rename> renamed) {

    public Bound addedBound() {
        return Bound.of(this.fromIncomplete, this.toIncomplete);
    }

    public Bound removedBound() {
        return Bound.of(this.toIncomplete, this.fromIncomplete);
    }

    /** The bound of the modified, renamed and unmodified ones. */
    public Bound commonBound() {
        return Bound.of(false, this.fromIncomplete || this.toIncomplete);
    }

    /** @param subject facts that an image may leave unread */
    static VersionsReport from(VersionDifference versions, Difference difference, Lists lists,
            Unread.Subject... subject) {
        return new VersionsReport(versions.count(Change.ADDED), versions.count(Change.REMOVED),
                versions.count(Change.MODIFIED), versions.unmodified(),
                difference.from().software().leavesUnread(subject), difference.to().software().leavesUnread(subject),
                lists.of(versions.changes(), ListLimits.PACKAGES, VersionChange::from),
                lists.of(versions.renamed(), ListLimits.PACKAGES, Rename::from));
    }

    /**
     * A package, library or runtime that differs.
     *
     * @param ecosystem    {@link dev.tare.ecosystem.Ecosystem#id() id} of the ecosystem
     * @param fromVersions empty if added, or if the version is unknown; with the architecture if only that differs
     * @param toVersions   empty if removed, or if the version is unknown
     * @param contentOnly  whether the versions are the same and only the content of a library, or the kind or modules of
     *                     a runtime differ
     * @param direction    newer or older, in the order of the package manager; {@code null} if it is the same or unknown
     * @param same         the equal parts of a library's two jars; {@code null} if no part is equal or known
     * @param fromFacts    other facts about the package before
     * @param toFacts      other facts about the package now
     * @param runtime      other differences of a modified Java runtime; {@code null} for anything else
     */
    public record VersionChange(String ecosystem, String name, Change change, List<String> fromVersions,
            List<String> toVersions, boolean contentOnly, @Nullable Direction direction, @Nullable JarSimilarity same,
            PackageFacts fromFacts, PackageFacts toFacts, @Nullable RuntimeChange runtime) {

        static VersionChange from(dev.tare.comparison.version.VersionChange change) {
            return new VersionChange(change.ecosystem(), change.name(), change.change(), change.from(), change.to(),
                    change.change() == Change.MODIFIED && change.from().equals(change.to()), change.direction(),
                    change.same(), change.fromFacts(), change.toFacts(), RuntimeChange.from(change.runtime()));
        }
    }

    /**
     * A package or library with another name in the other image.
     *
     * @param direction of the version; {@code null} if it is the same or unknown
     * @param evidence  for the rename, in a few words
     */
    public record Rename(String ecosystem, String fromName, String toName, List<String> fromVersions,
            List<String> toVersions, @Nullable Direction direction, String evidence) {

        static Rename from(dev.tare.comparison.version.VersionDifference.Rename rename) {
            return new Rename(rename.ecosystem(), rename.fromName(), rename.toName(), rename.from(), rename.to(),
                    rename.direction(), rename.evidence());
        }
    }

    /**
     * The differences between the Java runtimes of one product besides their versions.
     *
     * @param fromKinds      of the reference, usually one
     * @param toKinds        of the other image, usually one
     * @param addedModules   only in the other image, by name
     * @param removedModules only in the reference, by name
     */
    public record RuntimeChange(List<Kind> fromKinds, List<Kind> toKinds, List<String> addedModules,
            List<String> removedModules) {

        public RuntimeChange {
            fromKinds = List.copyOf(fromKinds);
            toKinds = List.copyOf(toKinds);
            addedModules = List.copyOf(addedModules);
            removedModules = List.copyOf(removedModules);
        }

        static @Nullable RuntimeChange from(dev.tare.comparison.version.VersionChange.@Nullable RuntimeChange change) {
            return change == null ? null
                    : new RuntimeChange(change.fromKinds(), change.toKinds(), change.addedModules(),
                            change.removedModules());
        }
    }
}
