package dev.tare.ecosystem.bill;

import org.jspecify.annotations.Nullable;

/**
 * The facts of a bill of materials beside its entries.
 *
 * @param format  {@code CycloneDX} or {@code SPDX}; {@code null} if it is neither
 * @param scanned whether a scanner wrote it from the files of an image; a scanner may guess coordinates
 */
public record ReadBill(@Nullable String format, boolean scanned) {}
