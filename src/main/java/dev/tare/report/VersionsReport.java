package dev.tare.report;

import java.util.List;

import dev.tare.comparison.change.Change;
import dev.tare.comparison.version.JarSameness;
import dev.tare.comparison.version.VersionDifference;
import dev.tare.ecosystem.java.JavaRuntime.Kind;
import dev.tare.version.Direction;
import org.jspecify.annotations.Nullable;

/**
 * The differences of two images in their packages, libraries or runtimes.
 *
 * @param changes by ecosystem and name, without the renamed ones
 * @param renamed counted neither as added nor as removed
 */
public record VersionsReport(long added, long removed, long modified, long unmodified, Listing<VersionChange> changes,
        Listing<Rename> renamed) {

    /** Reports how two images differ. The sizes are those of their packages. */
    static VersionsReport from(VersionDifference versions, InstalledSizes before, InstalledSizes after) {
        return new VersionsReport(versions.count(Change.ADDED), versions.count(Change.REMOVED),
                versions.count(Change.MODIFIED), versions.unmodified(),
                Listing.of(versions.changes(), Caps.PACKAGES, change -> VersionChange.from(change, before, after)),
                Listing.of(versions.renamed(), Caps.PACKAGES, Rename::from));
    }

    /**
     * A package, library or runtime that differs.
     *
     * @param ecosystem    {@code dpkg}, {@code apk}, {@code rpm}, {@code npm}, {@code pypi}, {@code java}
     * @param fromVersions empty if added, or if the version is unknown; with the architecture if only that differs
     * @param toVersions   empty if removed, or if the version is unknown
     * @param contentOnly  whether the versions are the same and only the content of a library, or the kind or modules of
     *                     a runtime differ
     * @param direction    newer or older, in the order of the package manager; {@code null} if it is the same or unknown
     * @param same         what a library's two jars have in common; {@code null} if nothing, or if it is unknown
     * @param fromInstalledBytes of a package of the operating system, as it states them; {@code null} if it does not, if
     *                           added, and for all else
     * @param toInstalledBytes   likewise; {@code null} if removed
     * @param runtime      how a modified Java runtime differs besides its version; {@code null} for all else
     */
    public record VersionChange(String ecosystem, String name, Change change, List<String> fromVersions,
            List<String> toVersions, boolean contentOnly, @Nullable Direction direction, @Nullable JarSameness same,
            @Nullable Long fromInstalledBytes, @Nullable Long toInstalledBytes, @Nullable RuntimeChange runtime) {

        static VersionChange from(dev.tare.comparison.version.VersionChange change, InstalledSizes before,
                InstalledSizes after) {
            return new VersionChange(change.ecosystem(), change.name(), change.change(), change.from(), change.to(),
                    change.change() == Change.MODIFIED && change.from().equals(change.to()), change.direction(),
                    change.same(), before.of(change.ecosystem(), change.name()),
                    after.of(change.ecosystem(), change.name()), RuntimeChange.from(change.runtime()));
        }
    }

    /**
     * A package or library that the other image has under another name.
     *
     * @param direction of the version; {@code null} if it is the same or unknown
     * @param evidence  why both are one, in a few words
     */
    public record Rename(String ecosystem, String fromName, String toName, List<String> fromVersions,
            List<String> toVersions, @Nullable Direction direction, String evidence) {

        static Rename from(dev.tare.comparison.version.VersionDifference.Rename rename) {
            return new Rename(rename.ecosystem(), rename.fromName(), rename.toName(), rename.from(), rename.to(),
                    rename.direction(), rename.evidence());
        }
    }

    /**
     * How a vendor's Java runtimes differ besides their versions.
     *
     * @param fromKinds      of the reference, mostly one
     * @param toKinds        of the other image, mostly one
     * @param addedModules   that only the other image has, by name
     * @param removedModules that only the reference has, by name
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
