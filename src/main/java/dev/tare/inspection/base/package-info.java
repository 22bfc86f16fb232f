/**
 * Finds the boundary of the base image from evidence in the config and the history. It may use {@code image}.
 */
@NullMarked
package dev.tare.inspection.base;

import org.jspecify.annotations.NullMarked;
