package dev.tare.report;

/**
 * How many things a container of the image sees.
 *
 * @param paths           files, folders, links and devices
 * @param files           regular files
 * @param executables     files that somebody may execute
 * @param sharedLibraries files that are shared libraries by name
 */
public record FilesReport(long paths, long files, long executables, long sharedLibraries) {}
