package dev.tare.report;

/**
 * The same content in several files.
 *
 * @param sizeBytes    of one copy
 * @param savableBytes of all copies but one
 * @param files        that have it, by path
 */
public record DuplicateReport(String contentDigest, long sizeBytes, long savableBytes,
        Listing<DuplicateFileReport> files) {}
