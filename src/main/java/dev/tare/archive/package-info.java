/**
 * Opens archives and layers as streams of a tar, whatever their compression, and computes digests on the way. Puts
 * together {@code archive.compression}, {@code archive.io} and {@code archive.tar}.
 */
@NullMarked
package dev.tare.archive;

import org.jspecify.annotations.NullMarked;
