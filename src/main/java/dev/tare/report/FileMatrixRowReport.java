package dev.tare.report;

import java.util.List;

import dev.tare.comparison.file.Aspect;

/**
 * A path that is not the same in all images.
 *
 * @param path    without a leading slash
 * @param aspects what is different among the images that have it; empty if it is only that some do not
 * @param images  one for each, in their order
 */
public record FileMatrixRowReport(String path, List<Aspect> aspects, List<FileMatrixCellReport> images) {

    public FileMatrixRowReport {
        aspects = List.copyOf(aspects);
        images = List.copyOf(images);
    }
}
