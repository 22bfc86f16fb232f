/**
 * The whole report for people. {@code Document} has its sections, and a class creates each section from the facts of the
 * report, in one place for all formats. This package may use {@code report}, {@code report.document} and the constants in
 * the facts.
 */
@NullMarked
package dev.tare.report.section;

import org.jspecify.annotations.NullMarked;
