package dev.tare.report;

import java.util.List;

/**
 * What one image has of a package, library or runtime.
 *
 * @param present  whether it has it
 * @param versions empty if it does not, or if the version is unknown
 * @param extents  of Java runtimes, for people: how many modules they have, and what they are for; empty for all else
 */
public record VersionCellReport(boolean present, List<String> versions, List<String> extents) {}
