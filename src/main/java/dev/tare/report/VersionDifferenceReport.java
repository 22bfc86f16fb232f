package dev.tare.report;

/**
 * How the packages, libraries or runtimes of two images differ.
 *
 * @param changes by ecosystem and name, what was renamed left out
 * @param renamed what has another name in the other image, and is counted neither as added nor as removed
 */
public record VersionDifferenceReport(long added, long removed, long modified, long unmodified,
        Listing<VersionChangeReport> changes, Listing<RenameReport> renamed) {}
