/**
 * The text difference of files in two images: reads their contents again, compares lines, masks secrets and writes the unified
 * format. Each step is bounded. This package may use packages from {@code archive} up to {@code report.document}, but not
 * the other outputs.
 */
@NullMarked
package dev.tare.report.diff;

import org.jspecify.annotations.NullMarked;
