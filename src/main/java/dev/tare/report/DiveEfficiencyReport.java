package dev.tare.report;

/**
 * The image efficiency that dive states, for comparison. Tare's own figure is {@link SizesReport#wastedBytes()}, which
 * does not count the kept copy.
 *
 * @param score         smallest by all, from 0 to 1
 * @param smallestBytes for each path the smallest size that any layer has it with, summed up
 * @param allBytes      the sizes of all paths in all layers
 */
public record DiveEfficiencyReport(double score, long smallestBytes, long allBytes) {}
