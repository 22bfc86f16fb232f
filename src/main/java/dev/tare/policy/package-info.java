/**
 * Judges images by checks, with waivers, and by budgets. It may use {@code comparison}, {@code image},
 * {@code inspection}, {@code limits}, {@code policy.check}, {@code secret.redaction} and {@code wording}.
 */
@NullMarked
package dev.tare.policy;

import org.jspecify.annotations.NullMarked;
