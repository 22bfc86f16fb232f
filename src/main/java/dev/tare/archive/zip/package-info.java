/**
 * Reads zip files from memory or while they stream by, by their central directory. Does not know what the entries
 * mean.
 */
@NullMarked
package dev.tare.archive.zip;

import org.jspecify.annotations.NullMarked;
