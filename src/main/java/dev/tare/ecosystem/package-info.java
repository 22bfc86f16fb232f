/**
 * The interface of ecosystems, installed packages of any ecosystem, and the package that owns each file. Each
 * ecosystem has a sub-package. It may use {@code archive.tar}, {@code content}, {@code content.reader}, {@code
 * filetree}, {@code limits} and {@code version}.
 */
@NullMarked
package dev.tare.ecosystem;

import org.jspecify.annotations.NullMarked;
