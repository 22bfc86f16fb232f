package dev.tare.report;

/**
 * How the packages, libraries or runtimes of two images differ.
 *
 * @param changes by ecosystem and name
 */
public record VersionDifferenceReport(long added, long removed, long modified, long unmodified,
        Listing<VersionChangeReport> changes) {}
