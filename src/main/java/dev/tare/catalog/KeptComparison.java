package dev.tare.catalog;

import dev.tare.comparison.Comparison;

/**
 * A comparison and its place in the catalog.
 *
 * @param id derived from the images and their names, so that the same comparison always has the same address
 */
public record KeptComparison(String id, Comparison comparison) {}
