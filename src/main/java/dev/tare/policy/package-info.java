/**
 * Judges: practices over an inspection, budgets over a comparison, each with the evidence it rests on. It may use
 * {@code inspection} and {@code comparison}.
 */
@NullMarked
package dev.tare.policy;

import org.jspecify.annotations.NullMarked;
