package dev.tare.report;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What one image has of a package, library or runtime.
 *
 * @param present  whether it has it
 * @param versions empty if it does not, or if the version is unknown
 * @param extents  of Java runtimes, for people: how many modules they have, and what they are for; empty for all else
 * @param content  a letter, the same for all images of the row that have the same content; {@code null} if it does not
 *                 have it, or where versions and extents tell the images apart
 */
public record VersionCellReport(boolean present, List<String> versions, List<String> extents,
        @Nullable String content) {}
