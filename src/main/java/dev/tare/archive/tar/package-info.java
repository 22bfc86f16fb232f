/**
 * Reads tars entry by entry: ustar, PAX, GNU and sparse files. Memory is bounded whatever the headers claim.
 */
@NullMarked
package dev.tare.archive.tar;

import org.jspecify.annotations.NullMarked;
