package dev.tare.comparison.file;

import java.util.Collections;
import java.util.List;
import java.util.Set;

import dev.tare.comparison.change.Change;
import dev.tare.filetree.FileEntry;
import dev.tare.filetree.FileTree;

/**
 * How the merged file trees of two images differ.
 *
 * @param added    without moved files
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

    /**
     * How many paths, of files, folders and links alike, and what their files weigh. Hard-linked content counts at one of
     * its names only, so the tallies of a difference sum up to the visible sizes of its two images.
     *
     * @param fromBytes file bytes of these paths in the image that one starts from
     * @param toBytes   file bytes of these paths in the other image
     */
    public record Tally(long paths, long fromBytes, long toBytes) {

        static final Tally NONE = new Tally(0, 0, 0);

        Tally minus(long somePaths, long from, long to) {
            return new Tally(this.paths - somePaths, this.fromBytes - from, this.toBytes - to);
        }

        Tally plus(long from, long to) {
            return new Tally(this.paths + 1, this.fromBytes + from, this.toBytes + to);
        }
    }

    /**
     * A file whose content the other image has at another path, where the first one has none.
     *
     * @param from    what was there before
     * @param to      the same content now
     * @param aspects what else is different about it, such as its mode, in the order of their declaration; mostly nothing
     */
    public record MovedFile(FileEntry from, FileEntry to, Set<Aspect> aspects) {

        public MovedFile {
            aspects = Collections.unmodifiableSet(aspects);
        }
    }
}
