package dev.tare.build;

/**
 * One layer as it lies in an archive.
 *
 * @param name what its history calls it, as in {@code classes}
 */
record BuiltLayer(String name, String digest, long compressedSize) {}
