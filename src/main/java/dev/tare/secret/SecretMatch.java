package dev.tare.secret;

import org.jspecify.annotations.Nullable;

/**
 * A secret in a content.
 *
 * @param line the line where it begins, counted from 1; {@code null} if the content is not text
 */
public record SecretMatch(SecretKind kind, @Nullable Integer line) {}
