/**
 * The list of the formats that a report can be written in. This package may use the packages of these formats,
 * {@code report}, and {@code image} for its exception.
 */
@NullMarked
package dev.tare.report.output;

import org.jspecify.annotations.NullMarked;
