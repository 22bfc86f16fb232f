/**
 * Compares all items with a name and a version: packages, jars, unpacked libraries and Java runtimes.
 * {@code VersionDifference} has the changes and renames between two images, and {@code VersionRow} one name in any
 * number of images. It may use {@code inspection}, {@code ecosystem}, {@code ecosystem.java},
 * {@code version}, {@code image} and {@code comparison.change}.
 */
@NullMarked
package dev.tare.comparison.version;

import org.jspecify.annotations.NullMarked;
