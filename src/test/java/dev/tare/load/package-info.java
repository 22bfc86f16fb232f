/**
 * Measures how many requests the service answers in a second, beside a bare page of the same size. Only {@code dev/load}
 * runs it.
 */
@NullMarked
package dev.tare.load;

import org.jspecify.annotations.NullMarked;
