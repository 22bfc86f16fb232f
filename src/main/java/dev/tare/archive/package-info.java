/**
 * Opens archives and layers as streams of a tar, with or without compression. It bounds sizes, computes digests,
 * and reports damage as an error, never as an early end. It may use {@code archive.tar}, {@code image} and {@code
 * limits}.
 */
@NullMarked
package dev.tare.archive;

import org.jspecify.annotations.NullMarked;
