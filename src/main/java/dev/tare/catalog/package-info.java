/**
 * Inspects images for the service, with as many requests at once as there are processors, and keeps inspections and
 * comparisons in memory. It does not depend on HTTP. It may use {@code comparison}, {@code inspection}, {@code source}
 * and below.
 */
@NullMarked
package dev.tare.catalog;

import org.jspecify.annotations.NullMarked;
