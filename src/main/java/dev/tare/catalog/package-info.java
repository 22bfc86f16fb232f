/**
 * Inspects images, as many at once as there are processors, and keeps inspections and comparisons in memory. It knows
 * nothing of HTTP. It may use {@code comparison}, {@code inspection} and {@code source}.
 */
@NullMarked
package dev.tare.catalog;

import org.jspecify.annotations.NullMarked;
