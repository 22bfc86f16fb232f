/**
 * Reads zip files by their central directory: {@link dev.tare.archive.zip.MemoryZip} from memory, {@link
 * dev.tare.archive.zip.StreamedZip} while the file streams by. The package does not interpret the entries. It may
 * use {@code image}.
 */
@NullMarked
package dev.tare.archive.zip;

import org.jspecify.annotations.NullMarked;
