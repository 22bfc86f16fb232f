package dev.tare.web;

import java.util.List;
import java.util.function.Function;

import dev.tare.report.ImageReport;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table that has a column for each image.
 *
 * @param hint what exactly the title means, or {@code null} if it needs no words
 */
record Row(String title, @Nullable String hint, List<Cell> cells) {

    Row {
        cells = List.copyOf(cells);
    }

    /** Whether the images are not all the same in this. */
    public boolean differs() {
        return this.cells.stream().map(Cell::lines).distinct().count() > 1;
    }

    static Row of(String title, @Nullable String hint, List<ImageReport> images, Function<ImageReport, Cell> cell) {
        return new Row(title, hint, images.stream().map(cell).toList());
    }
}
