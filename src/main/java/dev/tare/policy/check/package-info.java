/**
 * One class for each check, listed in {@code Practices}. A check reads one inspection and returns a verdict with its
 * masked evidence. It may use {@code inspection}, {@code secret.redaction} and below. Only the checks' common type, their findings, verdicts and list are
 * public.
 */
@NullMarked
package dev.tare.policy.check;

import org.jspecify.annotations.NullMarked;
