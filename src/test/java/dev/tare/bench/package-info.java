/** Measures Tare's speed and memory on images that it assembles itself; {@code dev/bench} runs it, no test does. */
@NullMarked
package dev.tare.bench;

import org.jspecify.annotations.NullMarked;
