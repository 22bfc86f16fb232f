package dev.tare.report;

/**
 * One of the files that have the same content.
 *
 * @param path  without a leading slash
 * @param layer index of the layer that brought it
 */
public record DuplicateFileReport(String path, int layer) {}
