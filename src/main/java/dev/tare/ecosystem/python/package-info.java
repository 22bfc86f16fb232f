/**
 * Python packages, from their metadata folders.
 */
@NullMarked
package dev.tare.ecosystem.python;

import org.jspecify.annotations.NullMarked;
