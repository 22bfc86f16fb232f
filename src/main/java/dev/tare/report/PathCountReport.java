package dev.tare.report;

/**
 * How many paths, of files, folders and links alike, and what their files weigh; hard-linked content counts once.
 */
public record PathCountReport(long paths, long visibleBytes) {}
