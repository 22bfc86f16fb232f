/**
 * Compares any number of images as a pure function of their inspections, and decides their names. It may use
 * {@code inspection}, {@code image} and its own sub-packages. The sub-packages compare files, versions, and config and
 * surface.
 */
@NullMarked
package dev.tare.comparison;

import org.jspecify.annotations.NullMarked;
