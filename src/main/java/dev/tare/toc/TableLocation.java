package dev.tare.toc;

import dev.tare.image.Digest;
import org.jspecify.annotations.Nullable;

/**
 * The place of a table of contents in its blob, and the statements of the manifest about it.
 *
 * @param isInTar          whether it is a tar with one file, compressed with gzip; otherwise it is one document,
 *                         compressed with zstd
 * @param length           of the stored table in bytes
 * @param uncompressedSize in bytes, or {@code null} if nothing states it
 * @param stored           the digest of the stored table, or {@code null}
 * @param document         the digest of the document in the table, or {@code null}
 */
record TableLocation(boolean isInTar, long offset, int length, @Nullable Long uncompressedSize,
        @Nullable Digest stored, @Nullable Digest document) {}
