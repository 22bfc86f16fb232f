/**
 * The document of a report for people: sections, tables, rows and cells as data. Builders create each section from the
 * facts of the report, in one place for all formats. The formats only lay it out. This package may use {@code report},
 * and the constants in its facts: those of {@code archive.tar}, {@code comparison.change}, {@code comparison.file},
 * {@code comparison.version}, {@code content}, {@code ecosystem.java}, {@code image}, {@code inspection.base},
 * {@code inspection.surface} and {@code policy.check}.
 */
@NullMarked
package dev.tare.report.document;

import org.jspecify.annotations.NullMarked;
