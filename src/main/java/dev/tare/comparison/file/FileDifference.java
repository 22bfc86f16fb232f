package dev.tare.comparison.file;

import java.util.Collections;
import java.util.List;
import java.util.Set;

import dev.tare.comparison.change.Change;
import dev.tare.filetree.FileEntry;
import dev.tare.filetree.FileTree;

/**
 * The differences between the merged file trees of two images.
 *
 * @param added    without moved files
 * @param removed  without moved files
 * @param changes  all changes except moves, by path
 * @param moved    files whose content is at another path now
 * @param moves    the moved files by their new paths; those with the same name come first
 */
public record FileDifference(Tally added, Tally removed, Tally modified, Tally unmodified, List<FileChange> changes,
        Tally moved, List<MovedFile> moves) {

    /** A difference without moves. */
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

    /** The paths and folders that explain most of the growth, the largest first. There are at most a few dozen. */
    public List<PathGrowth> heavyPaths() {
        return HeavyPaths.of(this.changes);
    }

    /** Compares two file trees, and finds the files that moved. */
    public static FileDifference between(FileTree from, FileTree to) {
        return Moves.find(FileComparer.compare(from, to));
    }

    /**
     * The number of paths (files, folders and links) and the size of their files. Only one name of hard-linked content
     * counts. So the tallies of a difference add up to the visible sizes of both images.
     *
     * @param fromBytes file bytes of these paths in the first image
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
     * A file whose content has another path in the other image. That path does not exist in the first image.
     *
     * @param from    the file before
     * @param to      the file with the same content now
     * @param aspects other differences, such as the mode, in the order of their declaration; usually empty
     */
    public record MovedFile(FileEntry from, FileEntry to, Set<Aspect> aspects) {

        public MovedFile {
            aspects = Collections.unmodifiableSet(aspects);
        }
    }
}
