/**
 * Reads zip files by their central directory: {@link dev.tare.archive.zip.MemoryZip} from memory,
 * {@link dev.tare.archive.zip.StreamedZip} while the file streams by. The package does not know what entries mean. It
 * uses {@code archive.io} and {@code image} only.
 */
@NullMarked
package dev.tare.archive.zip;

import org.jspecify.annotations.NullMarked;
