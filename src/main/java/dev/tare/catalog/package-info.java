/**
 * Inspects images for the service, with as many requests at once as there are processors, and keeps inspections and
 * comparisons in memory. It does not depend on HTTP. It may use {@code comparison}, {@code error}, {@code image},
 * {@code inspection}, {@code limits}, {@code secret.redaction}, {@code source}, {@code source.archive}, {@code
 * source.format} and {@code source.open}.
 */
@NullMarked
package dev.tare.catalog;

import org.jspecify.annotations.NullMarked;
