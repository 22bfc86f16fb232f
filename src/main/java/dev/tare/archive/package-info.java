/**
 * Reads tar streams and the compressions around them, bounded in every direction: what a hostile archive can make a
 * reader allocate or wait for is limited by {@link dev.tare.archive.Limits}. It may use the JDK, zstd and the
 * {@code image} vocabulary.
 */
@NullMarked
package dev.tare.archive;

import org.jspecify.annotations.NullMarked;
