/** Runs the scripts and examples of {@code docs/ci}, {@code docs/CI.md} and {@code docs/GATE.md}, with a stand-in of a forge. */
@NullMarked
package dev.tare.ci;

import org.jspecify.annotations.NullMarked;
