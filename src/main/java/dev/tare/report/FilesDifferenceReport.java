package dev.tare.report;

/**
 * How the files of two images differ: all of them counted, the largest changes listed.
 */
public record FilesDifferenceReport(TallyReport added, TallyReport removed, TallyReport modified,
        TallyReport unmodified, Listing<FileChangeReport> largestAdded, Listing<FileChangeReport> largestRemoved,
        Listing<FileChangeReport> largestModified) {}
