package dev.tare.report;

import java.util.List;

/**
 * A package, library or runtime in each image.
 *
 * @param differs whether the images are not all the same in it, be it only in its content
 * @param images  one for each, in their order
 */
public record VersionRowReport(String ecosystem, String name, boolean differs, List<VersionCellReport> images) {}
