/**
 * Kinds of change, and the changes of an image's config and surface. It may use {@code image} and
 * {@code inspection.surface}; the other packages of a comparison use it.
 */
@NullMarked
package dev.tare.comparison.change;

import org.jspecify.annotations.NullMarked;
