/**
 * A report as Markdown. This package lays out the sections and tables of {@code report.section}. It may also use
 * {@code report.document}, the platforms of {@code report.json}, and {@code report}, whose facts it passes on.
 */
@NullMarked
package dev.tare.report.markdown;

import org.jspecify.annotations.NullMarked;
