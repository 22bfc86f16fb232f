/** A report for a terminal. This package lays out the sections and tables of {@code report.document}, nothing else. */
@NullMarked
package dev.tare.report.text;

import org.jspecify.annotations.NullMarked;
