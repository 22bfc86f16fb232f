/**
 * Reads tars entry by entry: ustar, PAX, GNU and sparse files. Memory is bounded for any header. It may use {@code
 * image} and {@code limits}.
 */
@NullMarked
package dev.tare.archive.tar;

import org.jspecify.annotations.NullMarked;
