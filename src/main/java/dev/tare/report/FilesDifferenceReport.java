package dev.tare.report;

/**
 * How the files of two images differ: all of them counted, the largest changes listed.
 *
 * @param moved files whose content is at another path; they are neither among those added nor among those removed
 */
public record FilesDifferenceReport(TallyReport added, TallyReport removed, TallyReport modified,
        TallyReport moved, TallyReport unmodified, Listing<FileChangeReport> largestAdded,
        Listing<FileChangeReport> largestRemoved,
        Listing<FileChangeReport> largestModified, Listing<MovedFileReport> largestMoved) {}
