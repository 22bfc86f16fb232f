package dev.tare.report;

import java.util.List;

import dev.tare.comparison.change.Change;
import dev.tare.comparison.version.JarSameness;
import dev.tare.version.Direction;
import org.jspecify.annotations.Nullable;

/**
 * A package, library or runtime that is not the same in two images.
 *
 * @param ecosystem    {@code dpkg}, {@code apk}, {@code rpm}, {@code npm}, {@code pypi}, {@code java}
 * @param fromVersions empty if added, or if the version is unknown; with the architecture if only that is another
 * @param toVersions   empty if removed, or if the version is unknown
 * @param contentOnly  whether the versions are the same and only the content of a library or the kind or modules of a
 *                     runtime are not
 * @param direction    whether the version is newer or older, in the order of its package manager; {@code null} if it is
 *                     the same, or if nothing tells
 * @param same         what a library's jars have in common though they are not the same; {@code null} if nothing, or if
 *                     nothing tells
 * @param runtime      what of a modified Java runtime is another besides its version; {@code null} for all else
 */
public record VersionChangeReport(String ecosystem, String name, Change change, List<String> fromVersions,
        List<String> toVersions, boolean contentOnly,
        @Nullable Direction direction, @Nullable JarSameness same,
        @Nullable RuntimeChangeReport runtime) {}
