package dev.tare.build;

/**
 * One layer in an archive.
 *
 * @param name its name in the history, such as {@code classes}
 */
record BuiltLayer(String name, String digest, long compressedSize) {}
