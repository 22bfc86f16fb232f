package dev.tare.report;

import java.util.List;

/**
 * The files of the images side by side, as far as they differ.
 *
 * @param samePaths how many paths are the same in all images
 * @param images    one for each, in their order: what it has of the paths that are not
 * @param differing these paths, the largest first
 */
public record FileMatrixReport(long samePaths, List<PathCountReport> images,
        Listing<FileMatrixRowReport> differing) {

    /** Of an image that has no other beside it. */
    static final FileMatrixReport NONE = new FileMatrixReport(0, List.of(), Listing.none());

    public FileMatrixReport {
        images = List.copyOf(images);
    }
}
