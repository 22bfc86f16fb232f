package dev.tare.secret.scan;

import dev.tare.secret.SecretKind;

/**
 * A secret in a window or text.
 *
 * @param start of the secret, which may be before what its rule finds it by
 * @param end   behind the secret
 */
public record Hit(SecretKind kind, int start, int end) {}
