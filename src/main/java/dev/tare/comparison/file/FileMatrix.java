package dev.tare.comparison.file;

import java.util.List;

import dev.tare.filetree.FileTree;

/**
 * The files of any number of images side by side, as far as they differ.
 *
 * @param same      how many paths are the same in all images
 * @param differing how many are not
 * @param images    one for each image, in their order: what it has of those that differ
 * @param largest   those that differ, the largest first; cut
 */
public record FileMatrix(long same, long differing, List<PathCount> images, List<FileRow> largest) {

    public FileMatrix {
        images = List.copyOf(images);
        largest = List.copyOf(largest);
    }

    /**
     * Compares any number of file trees.
     *
     * @param most how many rows are kept, at least one
     */
    public static FileMatrix of(List<FileTree> trees, int most) {
        return FileRows.compare(trees, most);
    }

    /**
     * How many paths, of files, folders and links alike, and what their files weigh, hard-linked content at one of its names
     * only.
     */
    public record PathCount(long paths, long bytes) {}
}
