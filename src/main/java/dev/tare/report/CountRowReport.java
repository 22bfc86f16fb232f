package dev.tare.report;

import java.util.List;

/**
 * How many of a kind each image has.
 *
 * @param title   the kind for people, in lower case and plural
 * @param differs whether they have not all as many
 * @param counts  one for each image, in their order
 */
public record CountRowReport(String title, boolean differs, List<Long> counts) {}
