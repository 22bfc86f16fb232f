package dev.tare.report;

import org.jspecify.annotations.Nullable;

/**
 * A field of the config in one image.
 *
 * @param value {@code null} if it is not set; what looks secret is {@code (hidden)}
 */
public record ConfigCellReport(@Nullable String value) {}
