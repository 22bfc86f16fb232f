/**
 * PHP packages, from the list that Composer writes. Only the list of ecosystems uses this package. It may use {@code
 * archive.tar}, {@code content}, {@code content.reader}, {@code ecosystem}, {@code limits} and {@code version}.
 */
@NullMarked
package dev.tare.ecosystem.php;

import org.jspecify.annotations.NullMarked;
