/**
 * The interface of ecosystems, installed packages of any ecosystem, and the package that owns each file. Each ecosystem
 * has a sub-package. It may use {@code content}, {@code filetree} and {@code version}.
 */
@NullMarked
package dev.tare.ecosystem;

import org.jspecify.annotations.NullMarked;
