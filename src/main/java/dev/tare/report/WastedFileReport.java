package dev.tare.report;

import dev.tare.inspection.base.Origin;

/**
 * A file of a lower layer that no container sees.
 *
 * @param path              without a leading slash
 * @param uncompressedBytes that it takes in its layer
 * @param layer             index of the layer that holds it
 * @param layerOrigin       who brought that layer
 * @param hiddenByLayer     index of the layer that replaced or deleted it
 * @param origin            who brought the layer that hides it
 * @param sameContentAgain  whether that layer brings the same content at the same path, as a changed mode or owner does
 */
public record WastedFileReport(String path, long uncompressedBytes, int layer, Origin layerOrigin, int hiddenByLayer,
        Origin origin, boolean sameContentAgain) {}
