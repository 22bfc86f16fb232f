package dev.tare.inspection.waste;

import java.util.List;

import dev.tare.filetree.FileEntry;
import dev.tare.filetree.FileTree;
import dev.tare.image.Digest;
import dev.tare.limits.Deadline;

/**
 * Contents that several files of the merged tree share. Empty files do not count.
 *
 * @param contents the number of shared contents
 * @param copies   the number of files that could be saved
 * @param savable  the bytes of these files
 * @param largest  the contents with the most bytes to save, the largest first
 */
public record Duplicates(long contents, long copies, long savable, List<DuplicateContent> largest) {

    /** No duplicates. */
    public static final Duplicates NONE = new Duplicates(0, 0, 0, List.of());

    public Duplicates {
        largest = List.copyOf(largest);
    }

    /** The duplicates among the files of a tree. */
    public static Duplicates in(FileTree tree, Deadline deadline) {
        return DuplicateFinder.find(tree, deadline);
    }

    /**
     * The same content in several files of the merged tree. All names of a hard-linked file are one file.
     *
     * @param size   of the content in bytes
     * @param copies the number of files with it, at least two
     * @param files  the first of these files by path, each with its layer
     */
    public record DuplicateContent(Digest content, long size, int copies, List<FileEntry> files) {

        public DuplicateContent {
            files = List.copyOf(files);
        }

        /** The bytes that a single copy would save. */
        public long savable() {
            return this.size * (this.copies - 1);
        }
    }
}
