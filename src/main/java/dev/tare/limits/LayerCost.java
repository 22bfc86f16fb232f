package dev.tare.limits;

/**
 * What reading a layer took of its image's limits.
 *
 * @param bytes uncompressed, holes of sparse files included
 * @param holes of sparse files, in bytes
 */
public record LayerCost(long bytes, long holes) {}
