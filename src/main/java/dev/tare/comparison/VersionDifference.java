package dev.tare.comparison;

import java.util.List;

/**
 * How the packages, libraries or runtimes of two images differ.
 *
 * @param unmodified how many are the same in both
 * @param changes    by ecosystem and name
 */
public record VersionDifference(long unmodified, List<VersionChange> changes) {

    public VersionDifference {
        changes = List.copyOf(changes);
    }

    /** How many changes there are of one kind. */
    public long count(Change change) {
        return change == Change.UNMODIFIED ? this.unmodified
                : this.changes.stream().filter(candidate -> candidate.change() == change).count();
    }
}
