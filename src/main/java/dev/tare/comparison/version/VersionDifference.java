package dev.tare.comparison.version;

import java.util.List;

import dev.tare.comparison.change.Change;

/**
 * How the packages, libraries or runtimes of two images differ.
 *
 * @param unmodified how many are the same in both
 * @param changes    by ecosystem and name, what was renamed left out
 * @param renamed    by ecosystem and name before
 */
public record VersionDifference(long unmodified, List<VersionChange> changes, List<Rename> renamed) {

    /** A difference in which nothing was renamed. */
    VersionDifference(long unmodified, List<VersionChange> changes) {
        this(unmodified, changes, List.of());
    }

    public VersionDifference {
        changes = List.copyOf(changes);
        renamed = List.copyOf(renamed);
    }

    /** How many changes there are of one kind. */
    public long count(Change change) {
        return change == Change.UNMODIFIED ? this.unmodified
                : this.changes.stream().filter(candidate -> candidate.change() == change).count();
    }
}
