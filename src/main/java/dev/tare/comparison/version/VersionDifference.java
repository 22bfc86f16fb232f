package dev.tare.comparison.version;

import java.util.List;

import dev.tare.comparison.change.Change;
import dev.tare.inspection.Ecosystems;
import dev.tare.inspection.Inspection;
import dev.tare.version.Direction;
import org.jspecify.annotations.Nullable;

/**
 * The differences between the packages, libraries or runtimes of two images.
 *
 * @param unmodified the number of equal ones
 * @param changes    by ecosystem and name, without renames
 * @param renamed    by ecosystem and old name
 */
public record VersionDifference(long unmodified, List<VersionChange> changes, List<Rename> renamed) {

    /** A difference without renames. */
    VersionDifference(long unmodified, List<VersionChange> changes) {
        this(unmodified, changes, List.of());
    }

    public VersionDifference {
        changes = List.copyOf(changes);
        renamed = List.copyOf(renamed);
    }

    /** The number of changes of one kind. */
    public long count(Change change) {
        return change == Change.UNMODIFIED ? this.unmodified
                : this.changes.stream().filter(candidate -> candidate.change() == change).count();
    }

    /** Packages of the operating systems and of languages. */
    public static VersionDifference ofPackages(Inspection from, Inspection to) {
        return Renames.find(Versions.ofPackages(from).compare(Versions.ofPackages(to)), new PackageNames(from, to));
    }

    /** Packages of languages that are copies in other packages, or test data. */
    public static VersionDifference ofBundledPackages(Inspection from, Inspection to) {
        return Versions.ofBundledPackages(from).compare(Versions.ofBundledPackages(to));
    }

    /** Jars, by library. */
    public static VersionDifference ofJars(Inspection from, Inspection to) {
        return new Jars(from, to).refine(Versions.ofJars(from).compare(Versions.ofJars(to)));
    }

    /** Libraries unpacked into jars, by library. */
    public static VersionDifference ofShadedLibraries(Inspection from, Inspection to) {
        return Versions.ofShadedLibraries(from).compare(Versions.ofShadedLibraries(to));
    }

    /** Java runtimes, by product. */
    public static VersionDifference ofJavaRuntimes(Inspection from, Inspection to) {
        return new JavaRuntimes(from, to).refine(Versions.ofJavaRuntimes(from).compare(Versions.ofJavaRuntimes(to)));
    }

    /**
     * A package or library with another name in the other image.
     *
     * @param from     the versions in the first image, sorted
     * @param to       the versions in the other image, sorted
     * @param evidence for the rename, in a few words
     */
    public record Rename(String ecosystem, String fromName, String toName, List<String> from, List<String> to,
            String evidence) {

        public Rename {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }

        /** Whether the version is newer or older; {@code null} if it is the same, or the order is unknown. */
        public @Nullable Direction direction() {
            return Ecosystems.of(this.ecosystem).versions().direction(this.from, this.to);
        }
    }
}
