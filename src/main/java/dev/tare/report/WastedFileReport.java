package dev.tare.report;

import dev.tare.inspection.Origin;

/**
 * A file of a lower layer that no container sees.
 *
 * @param path              without a leading slash
 * @param uncompressedBytes that it takes in its layer
 * @param layer             index of the layer that holds it
 * @param hiddenByLayer     index of the layer that replaced or deleted it
 * @param origin            who brought the layer that hides it
 */
public record WastedFileReport(String path, long uncompressedBytes, int layer, int hiddenByLayer, Origin origin) {}
