package dev.tare.report;

import dev.tare.inspection.base.Origin;

/**
 * Bytes of an image that could be saved.
 *
 * @param files          files of lower layers that no container sees, the largest first
 * @param duplicates     contents that several files share
 * @param diveEfficiency the efficiency as dive defines it, for comparison
 */
public record WasteReport(Listing<WastedFile> files, Duplicates duplicates, DiveEfficiency diveEfficiency) {

    /**
     * A file of a lower layer that no container sees.
     *
     * @param path              without a leading slash
     * @param uncompressedBytes its size in its layer
     * @param layer             index of the layer that contains it
     * @param layerOrigin       base image or application
     * @param hiddenByLayer     index of the layer that replaced or deleted it
     * @param origin            of the layer that hides it
     * @param sameContentAgain  whether that layer has the same content at the same path, as after a change of mode
     */
    public record WastedFile(String path, long uncompressedBytes, int layer, Origin layerOrigin, int hiddenByLayer,
            Origin origin, boolean sameContentAgain) {}

    /**
     * Contents that several files of the merged tree share. Empty files do not count. All names of a hard-linked file
     * are one file.
     *
     * @param contents     number of shared contents
     * @param copies       number of files that could be saved
     * @param savableBytes of these
     * @param largest      those with the most bytes to save
     */
    public record Duplicates(long contents, long copies, long savableBytes, Listing<Duplicate> largest) {}

    /**
     * The same content in several files.
     *
     * @param sizeBytes    of one copy
     * @param savableBytes of all copies but one
     * @param files        with this content, by path
     */
    public record Duplicate(String contentDigest, long sizeBytes, long savableBytes, Listing<DuplicateFile> files) {}

    /**
     * One of the files with the same content.
     *
     * @param path  without a leading slash
     * @param layer index of the layer that added it
     */
    public record DuplicateFile(String path, int layer) {}

    /**
     * The image efficiency as dive defines it. Tare's own figure is {@link SizesReport#wastedBytes()}, which does not
     * count the copy that stays visible.
     *
     * @param score         smallest bytes divided by all bytes, from 0 to 1
     * @param smallestBytes the sum of the smallest size of each path in any layer
     * @param allBytes      the sum of all sizes in all layers
     */
    public record DiveEfficiency(double score, long smallestBytes, long allBytes) {}
}
