/**
 * Installed packages of any package manager, and which package owns a file. Each manager or language has a sub-
 * package.
 */
@NullMarked
package dev.tare.ecosystem;

import org.jspecify.annotations.NullMarked;
