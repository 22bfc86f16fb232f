package dev.tare.report;

/**
 * A file of no package.
 *
 * @param path  without a leading slash
 * @param layer index of the layer that brought it
 */
public record UnownedFileReport(String path, long sizeBytes, int layer) {}
