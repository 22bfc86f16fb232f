/**
 * Kinds of change, and changes of an image's config and surface. It may use {@code image} and
 * {@code inspection.surface}. The other packages of a comparison use it.
 */
@NullMarked
package dev.tare.comparison.change;

import org.jspecify.annotations.NullMarked;
