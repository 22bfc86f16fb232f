package dev.tare.report;

import java.util.List;

/**
 * What one image has of a package, library or runtime.
 *
 * @param present  whether it has it
 * @param versions empty if it does not, or if the version is unknown
 */
public record VersionCellReport(boolean present, List<String> versions) {}
