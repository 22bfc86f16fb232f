/** Measures Tare's speed and memory with images that it assembles. Only {@code dev/bench} runs it. */
@NullMarked
package dev.tare.bench;

import org.jspecify.annotations.NullMarked;
