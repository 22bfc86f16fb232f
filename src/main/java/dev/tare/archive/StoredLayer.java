package dev.tare.archive;

import dev.tare.image.Compression;
import dev.tare.image.DiffId;
import dev.tare.image.Digest;

/**
 * The digests and sizes of a layer that was read to its end.
 *
 * @param digest     of the blob as stored
 * @param diffId     of the uncompressed tar
 * @param storedSize length of the blob as stored, in bytes
 * @param tarSize    length of the uncompressed tar, in bytes
 */
public record StoredLayer(Digest digest, DiffId diffId, Compression compression, long storedSize, long tarSize) {}
