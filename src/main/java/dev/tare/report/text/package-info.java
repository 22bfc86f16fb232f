/**
 * A report for a terminal. This package lays out the sections and tables of {@code report.section} or
 * {@code report.summary}, and paints them. It may also use {@code report.document}, and {@code report}, whose facts it
 * passes on.
 */
@NullMarked
package dev.tare.report.text;

import org.jspecify.annotations.NullMarked;
