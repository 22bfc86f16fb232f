/**
 * Debian packages, from the database of dpkg and its file lists. It may use {@code ecosystem}, {@code content},
 * {@code filetree} and {@code version}.
 */
@NullMarked
package dev.tare.ecosystem.dpkg;

import org.jspecify.annotations.NullMarked;
