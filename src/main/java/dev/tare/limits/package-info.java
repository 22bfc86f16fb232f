/**
 * The limits that bound what reading an image may cost: sizes, counts and time. Knows nothing of how images are
 * read. May use {@code image} for its errors.
 */
@NullMarked
package dev.tare.limits;

import org.jspecify.annotations.NullMarked;
