package dev.tare.report.document;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A row of a table.
 *
 * @param cells one for each column; the first is the header of the row
 * @param mark  highlights the row
 * @param about explains the header on demand, or {@code null}
 * @param facts what the cells are based on, shown on demand or below the table; mostly empty
 */
public record Row(List<Cell> cells, Mark mark, @Nullable Line about, List<Fact> facts) {

    public Row {
        cells = List.copyOf(cells);
        facts = List.copyOf(facts);
    }

    /** Why a row is highlighted. */
    public enum Mark {

        NONE,

        /** The images differ in it. */
        DIFFERS,

        /** A layer that is also one of the lowest layers of another image. */
        LEADING
    }

    /**
     * What a cell is based on.
     *
     * @param minor whether nobody need do anything about it
     */
    public record Fact(Line title, List<Line> lines, boolean minor) {

        public Fact {
            lines = List.copyOf(lines);
        }
    }
}
