/**
 * Detects and decompresses gzip and zstd within limits. A damaged stream is an error and never an early end.
 */
@NullMarked
package dev.tare.archive.compression;

import org.jspecify.annotations.NullMarked;
