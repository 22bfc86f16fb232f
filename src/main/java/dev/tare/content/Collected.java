package dev.tare.content;

/**
 * A finding and the reader that it belongs to.
 *
 * @param reader id of the reader whose collector made the finding
 */
public record Collected(String reader, Finding finding) {}
