/**
 * Debian's packages: the database of dpkg and its lists of files.
 */
@NullMarked
package dev.tare.ecosystem.dpkg;

import org.jspecify.annotations.NullMarked;
