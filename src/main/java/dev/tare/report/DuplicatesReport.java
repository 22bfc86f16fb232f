package dev.tare.report;

/**
 * What files of the merged tree hold more than once. Empty files do not count, and all names of a hard-linked file are
 * one file.
 *
 * @param contents     how many contents several files have
 * @param copies       how many files could be spared
 * @param savableBytes of these
 * @param largest      with the most bytes to save
 */
public record DuplicatesReport(long contents, long copies, long savableBytes, Listing<DuplicateReport> largest) {}
