/**
 * Kinds of change, and the changes of an image's config and surface.
 */
@NullMarked
package dev.tare.comparison.change;

import org.jspecify.annotations.NullMarked;
