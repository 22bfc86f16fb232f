/**
 * A report as JSON, and the JSON Schema that it follows. This package may use the facts in {@code report}, verdicts, {@code
 * report.document} for the escapes, and {@code secret.redaction} to mask tokens.
 */
@NullMarked
package dev.tare.report.json;

import org.jspecify.annotations.NullMarked;
