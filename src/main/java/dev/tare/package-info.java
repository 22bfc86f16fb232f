/**
 * Starts Tare, as a service or as a command. May use every other package.
 */
@NullMarked
package dev.tare;

import org.jspecify.annotations.NullMarked;
