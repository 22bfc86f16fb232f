/**
 * Keeps inspections and comparisons, and has images inspected: so many at once as there are processors. Nothing here
 * knows of HTTP. It may use {@code inspection}, {@code comparison} and {@code source}.
 */
@NullMarked
package dev.tare.catalog;

import org.jspecify.annotations.NullMarked;
