/**
 * Selects files, layers and parts of the breakdown of images for the views of a comparison. It may use {@code
 * comparison}, {@code inspection} and their values.
 */
@NullMarked
package dev.tare.report.explore;

import org.jspecify.annotations.NullMarked;
