package dev.tare.report;

/**
 * A file whose content the other image has at another path; it is not among those added or removed.
 *
 * @param fromPath without a leading slash
 * @param toPath   likewise
 */
public record MovedFileReport(String fromPath, String toPath, FileStateReport from, FileStateReport to) {}
