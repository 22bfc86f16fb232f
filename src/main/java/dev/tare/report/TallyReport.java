package dev.tare.report;

/**
 * How many paths, and what their files weigh; hard-linked content counts once.
 *
 * @param paths     files, folders and links
 * @param fromBytes visible bytes of these paths in the reference
 * @param toBytes   visible bytes of these paths in the other image
 */
public record TallyReport(long paths, long fromBytes, long toBytes) {}
