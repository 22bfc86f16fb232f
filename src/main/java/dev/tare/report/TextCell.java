package dev.tare.report;

import org.jspecify.annotations.Nullable;

/**
 * A cell of a table for a terminal.
 *
 * @param letter of its content, kept whole however narrow the cell is; {@code null} if it needs none
 */
record TextCell(String text, @Nullable String letter) {

    /** What stands below a table that has letters. */
    static final String LEGEND = "  (A), (B): what has the same letter has the same content";

    String within(int width) {
        String end = this.letter == null ? "" : " (" + this.letter + ")";
        return Figures.shortened(VisibleText.of(this.text), width - end.length()) + end;
    }
}
