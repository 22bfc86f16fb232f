package dev.tare.comparison;

import java.util.List;

/**
 * How the merged file trees of two images differ.
 *
 * @param changes all that are not unmodified, by path
 */
public record FileDifference(Tally added, Tally removed, Tally modified, Tally unmodified, List<FileChange> changes) {

    public FileDifference {
        changes = List.copyOf(changes);
    }

    /** The changes of one kind, by path. */
    public List<FileChange> of(Change change) {
        return this.changes.stream().filter(candidate -> candidate.change() == change).toList();
    }
}
