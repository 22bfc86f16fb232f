/**
 * Detects secrets in commands, variables and labels, and masks them. It may use {@code secret} and {@code secret.scan}.
 */
@NullMarked
package dev.tare.secret.redaction;

import org.jspecify.annotations.NullMarked;
