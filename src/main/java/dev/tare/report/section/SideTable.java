package dev.tare.report.section;

import java.util.ArrayList;
import java.util.List;

import dev.tare.report.ImageReport;
import dev.tare.report.document.Block;
import dev.tare.report.document.Cell;
import dev.tare.report.document.Table;
import dev.tare.wording.Counts;

/**
 * Facts of images side by side, for the page. The facts that differ have a column for each image. The others are shown on
 * demand, in one column for all images.
 */
final class SideTable {

    private SideTable() {}

    /** @param numbers whether the facts are numbers */
    static List<Block> of(String title, List<ImageReport> images, boolean numbers, List<Side> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        if (images.size() == 1) {
            return List.of(Table.of(title, rows)
                    .column("", Side::head)
                    .value(Table.Shape.MATRIX, "", numbers, row -> row.cells.getFirst())
                    .build());
        }
        List<Block> blocks = new ArrayList<>();
        List<Side> differing = rows.stream().filter(Side::differs).toList();
        List<Side> same = rows.stream().filter(row -> !row.differs).toList();
        if (!differing.isEmpty()) {
            blocks.add(Table.of(title, differing)
                    .column("", Side::head)
                    .images(Table.Shape.MATRIX, images, numbers, (row, image) -> row.cells.get(image))
                    .build());
        }
        if (!same.isEmpty()) {
            blocks.add(same(same, numbers, Table.Shape.MATRIX, images));
        }
        return blocks;
    }

    /** The rows that are the same in all images. */
    static Table same(List<Side> rows, boolean numbers, Table.Shape shape, List<ImageReport> images) {
        return Table.of(Counts.of(rows.size()) + " the same", rows)
                .column("", Side::head)
                .value(shape, images.size() == 2 ? "In both" : "In all", numbers, row -> row.cells.getFirst())
                .summary()
                .folded(true)
                .build();
    }

    /**
     * A fact of each image.
     *
     * @param cells one for each image, in their order
     */
    record Side(Cell head, List<Cell> cells, boolean differs) {

        Side {
            cells = List.copyOf(cells);
        }

        /** A fact that differs if its cells do. */
        static Side of(Cell head, List<Cell> cells) {
            return new Side(head, cells, cells.stream().distinct().count() > 1);
        }
    }
}
