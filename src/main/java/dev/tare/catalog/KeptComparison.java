package dev.tare.catalog;

import dev.tare.comparison.Comparison;

/**
 * A comparison and its place in the catalog.
 *
 * @param id follows from what is compared and by which names, so the same comparison always has the same address
 */
public record KeptComparison(String id, Comparison comparison) {}
