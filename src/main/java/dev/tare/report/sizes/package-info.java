/**
 * The report of the sizes of images in registries: its facts as records, which are also its JSON, and its document. It
 * may use {@code report.document}, {@code report.section}, {@code sizes}, {@code policy} and packages of values.
 */
@NullMarked
package dev.tare.report.sizes;

import org.jspecify.annotations.NullMarked;
