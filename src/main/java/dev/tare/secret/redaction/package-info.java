/**
 * Finds secrets in commands, variables and labels, and writes texts without them.
 */
@NullMarked
package dev.tare.secret.redaction;

import org.jspecify.annotations.NullMarked;
