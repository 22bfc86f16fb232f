/**
 * The cache of the command: results of the pass over layers, in a folder of the user. A value is used only if this scanner
 * wrote it as a whole. It depends on nothing of the command.
 */
@NullMarked
package dev.tare.cache;

import org.jspecify.annotations.NullMarked;
