/**
 * Judges images: checks of each image, with waivers, and budgets of a comparison. It may use {@code comparison},
 * {@code inspection} and {@code policy.check}. Reports show its findings.
 */
@NullMarked
package dev.tare.policy;

import org.jspecify.annotations.NullMarked;
