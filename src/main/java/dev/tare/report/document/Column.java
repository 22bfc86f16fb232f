package dev.tare.report.document;

/**
 * A column of a table.
 *
 * @param number    whether its cells are numbers, which align at the end
 * @param secondary whether a format with little room may leave it out
 */
public record Column(Line title, boolean number, boolean secondary) {}
