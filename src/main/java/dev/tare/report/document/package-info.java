/**
 * The parts of a report for people as data: sections, tables, rows, cells and values, and how figures are written. The
 * formats only lay them out. This package may use {@code report}, the constants in its facts, and
 * {@code secret.redaction} to mask tokens.
 */
@NullMarked
package dev.tare.report.document;

import org.jspecify.annotations.NullMarked;
