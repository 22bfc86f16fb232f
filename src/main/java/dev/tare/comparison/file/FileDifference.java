package dev.tare.comparison.file;

import java.util.List;

import dev.tare.comparison.change.Change;
import dev.tare.filetree.FileTree;

/**
 * How the merged file trees of two images differ.
 *
 * @param added    what was moved left out
 * @param removed  likewise
 * @param changes  all that are not unmodified and not moved, by path
 * @param moved    of content that is at another path now
 * @param moves    these files, by their new paths, those that keep their names first
 */
public record FileDifference(Tally added, Tally removed, Tally modified, Tally unmodified, List<FileChange> changes,
        Tally moved, List<MovedFile> moves) {

    /** A difference in which nothing was moved. */
    FileDifference(Tally added, Tally removed, Tally modified, Tally unmodified, List<FileChange> changes) {
        this(added, removed, modified, unmodified, changes, Tally.NONE, List.of());
    }

    public FileDifference {
        changes = List.copyOf(changes);
        moves = List.copyOf(moves);
    }

    /** The changes of one kind, by path. */
    public List<FileChange> of(Change change) {
        return this.changes.stream().filter(candidate -> candidate.change() == change).toList();
    }

    /** Compares two file trees, and finds the files that moved. */
    public static FileDifference between(FileTree from, FileTree to) {
        return Moves.find(FileComparer.compare(from, to));
    }
}
