/**
 * The compact binary form of values, derived from the static types of their components. Reading accepts any bytes: it
 * returns a value or throws {@link dev.tare.codec.DamagedValueException}, and needs memory in proportion to the bytes. It
 * uses no other package of Tare.
 */
@NullMarked
package dev.tare.codec;

import org.jspecify.annotations.NullMarked;
