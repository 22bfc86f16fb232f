/** A report as Markdown. This package lays out the sections and tables of {@code report.document}, nothing else. */
@NullMarked
package dev.tare.report.markdown;

import org.jspecify.annotations.NullMarked;
