package dev.tare.report;

import java.util.List;

import dev.tare.comparison.Change;

/**
 * A package, library or runtime that is not the same in two images.
 *
 * @param ecosystem    {@code dpkg}, {@code apk}, {@code rpm}, {@code npm}, {@code pypi}, {@code java}
 * @param fromVersions empty if added, or if the version is unknown; with the architecture if only that is another
 * @param toVersions   empty if removed, or if the version is unknown
 * @param contentOnly  whether the versions are the same and only the content of a library or the modules of a runtime are
 *                     not
 */
public record VersionChangeReport(String ecosystem, String name, Change change, List<String> fromVersions,
        List<String> toVersions, boolean contentOnly) {}
