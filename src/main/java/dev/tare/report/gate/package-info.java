/**
 * The verdict on images in the formats of other tools: SARIF 2.1.0 and JUnit XML. It may use {@code report}, {@code
 * report.document} for its escapes, {@code policy}, {@code policy.check} and {@code secret.redaction}.
 */
@NullMarked
package dev.tare.report.gate;

import org.jspecify.annotations.NullMarked;
