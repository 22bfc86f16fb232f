/**
 * The summary of a report on one screen: sizes, largest changes, losses and gains, and checks that differ. It has at most
 * 40 lines for any images. This package may use {@code report}, {@code report.document} and the constants in the facts.
 */
@NullMarked
package dev.tare.report.summary;

import org.jspecify.annotations.NullMarked;
