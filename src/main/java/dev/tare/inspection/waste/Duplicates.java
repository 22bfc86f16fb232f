package dev.tare.inspection.waste;

import java.util.List;

import dev.tare.filetree.FileTree;
import dev.tare.limits.Deadline;

/**
 * Contents that several files of the merged tree have; empty files do not count.
 *
 * @param contents how many contents several files have
 * @param copies   how many files could be spared if each content were there once
 * @param savable  the bytes of these
 * @param largest  the contents with the most bytes to save, the largest first
 */
public record Duplicates(long contents, long copies, long savable, List<DuplicateContent> largest) {

    /** None. */
    public static final Duplicates NONE = new Duplicates(0, 0, 0, List.of());

    public Duplicates {
        largest = List.copyOf(largest);
    }

    /** The duplicates among the files of a tree. */
    public static Duplicates in(FileTree tree, Deadline deadline) {
        return DuplicateFinder.find(tree, deadline);
    }
}
