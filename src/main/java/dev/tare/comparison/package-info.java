/**
 * Says how images differ, as a pure function of their inspections. It may use {@code inspection} and what that speaks
 * of.
 */
@NullMarked
package dev.tare.comparison;

import org.jspecify.annotations.NullMarked;
