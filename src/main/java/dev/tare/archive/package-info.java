/**
 * Opens archives and layers as streams of a tar, whatever their compression. It bounds their sizes, computes digests on
 * the way, and reports damage as an error, never as an early end. May use {@code archive.tar} and {@code archive.io}.
 */
@NullMarked
package dev.tare.archive;

import org.jspecify.annotations.NullMarked;
