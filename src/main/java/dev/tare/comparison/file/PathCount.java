package dev.tare.comparison.file;

/**
 * How many paths, of files, folders and links alike, and what their files weigh, hard-linked content at one of its names
 * only.
 */
public record PathCount(long paths, long bytes) {}
