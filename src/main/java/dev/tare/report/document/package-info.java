/**
 * The document of a report for people: sections, tables, rows and cells as data. Builders create each section from the
 * facts of the report, in one place for all formats. The formats only lay it out. This package may use the facts in
 * {@code report} and their vocabulary.
 */
@NullMarked
package dev.tare.report.document;

import org.jspecify.annotations.NullMarked;
