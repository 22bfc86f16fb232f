/**
 * Inspects images by name in the background, so that no request waits for a registry. Jobs are in memory; a store of
 * another kind can replace {@link dev.tare.job.Jobs}. It does not depend on HTTP. It may use {@code catalog}, {@code comparison},
 * {@code engine}, {@code error}, {@code image}, {@code inspection}, {@code limits}, {@code policy}, {@code registry},
 * {@code secret.redaction}, {@code source}, {@code source.engine}, {@code source.open} and {@code wording}.
 */
@NullMarked
package dev.tare.job;

import org.jspecify.annotations.NullMarked;
