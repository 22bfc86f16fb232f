/**
 * Finds where the base image ends, from evidence in the config and the history.
 */
@NullMarked
package dev.tare.inspection.base;

import org.jspecify.annotations.NullMarked;
