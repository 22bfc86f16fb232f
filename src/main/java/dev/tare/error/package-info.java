/**
 * Errors as they leave the program: in responses, on terminals and in logs. Secrets are masked here and not where
 * an exception is thrown. It may use {@code image} and {@code secret.redaction}.
 */
@NullMarked
package dev.tare.error;

import org.jspecify.annotations.NullMarked;
