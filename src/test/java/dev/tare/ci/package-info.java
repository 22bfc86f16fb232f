/** Runs the scripts and examples of {@code docs/ci} and {@code docs/CI.md} against a stand-in of a forge. */
@NullMarked
package dev.tare.ci;

import org.jspecify.annotations.NullMarked;
