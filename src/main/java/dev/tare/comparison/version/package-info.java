/**
 * Differences between packages, jars and Java runtimes: versions, renames, directions.
 */
@NullMarked
package dev.tare.comparison.version;

import org.jspecify.annotations.NullMarked;
