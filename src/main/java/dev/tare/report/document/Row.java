package dev.tare.report.document;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A row of a table.
 *
 * @param cells one for each column; the first is the header of the row
 * @param mark  highlights the row, or hides it
 * @param about explains the first cell on demand, or {@code null}
 * @param facts the evidence for the cells, shown on demand or below the table; usually empty
 */
public record Row(List<Cell> cells, Mark mark, @Nullable Line about, List<Fact> facts) {

    public Row {
        cells = List.copyOf(cells);
        facts = List.copyOf(facts);
    }

    /** The reason to highlight a row, or to show it on demand. */
    public enum Mark {

        NONE,

        /** The images differ in it. */
        DIFFERS,

        /** A layer that is also one of the lowest layers of another image. */
        LEADING,

        /** A figure for a comparison with other tools, which the page shows on demand. */
        MINOR
    }

    /**
     * Evidence for a cell.
     *
     * @param minor whether it needs no attention
     */
    public record Fact(Line title, List<Line> lines, boolean minor) {

        public Fact {
            lines = List.copyOf(lines);
        }
    }
}
