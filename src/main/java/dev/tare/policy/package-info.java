/**
 * Judges images: checks of each image, with waivers, and budgets of a comparison. Reports show its findings. It may
 * use {@code comparison}, {@code image}, {@code inspection}, {@code limits}, {@code policy.check},
 * {@code secret.redaction} and {@code wording}.
 */
@NullMarked
package dev.tare.policy;

import org.jspecify.annotations.NullMarked;
