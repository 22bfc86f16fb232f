/**
 * Go modules of executables, from the build information in them. Only the list of ecosystems uses this package. It may
 * use {@code archive.tar}, {@code content}, {@code content.reader}, {@code ecosystem}, {@code limits} and {@code
 * version}.
 */
@NullMarked
package dev.tare.ecosystem.go;

import org.jspecify.annotations.NullMarked;
