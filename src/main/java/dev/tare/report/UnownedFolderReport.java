package dev.tare.report;

/**
 * The files of no package below a folder.
 *
 * @param path without a leading slash; {@code ""} is the root's own files
 */
public record UnownedFolderReport(String path, long files, long visibleBytes) {}
