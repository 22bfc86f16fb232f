package dev.tare.report.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tare.inspection.ledger.Chapter;
import dev.tare.report.ImageReport;
import dev.tare.report.LedgerReport;
import dev.tare.report.document.Cell;
import dev.tare.report.document.Line;
import dev.tare.report.document.Table;
import dev.tare.wording.Counts;
import org.jspecify.annotations.Nullable;

/** Every byte of all images once: the table that is equivalent to the bars of the page. */
public final class BreakdownTable {

    private final List<ImageReport> images;

    private final Map<Part, long[]> parts = new LinkedHashMap<>();

    private BreakdownTable(List<ImageReport> images) {
        this.images = images;
    }

    public static Table of(List<ImageReport> images) {
        BreakdownTable table = new BreakdownTable(images);
        images.forEach(table::add);
        return table.table();
    }

    private void add(ImageReport image) {
        long listed = 0;
        for (LedgerReport.Line line : image.ledger().lines().items()) {
            add(new Part(line.chapter(), line.name()), image, line.visibleBytes());
            listed += line.visibleBytes();
        }
        add(new Part(null, "Further parts"), image, image.sizes().visibleBytes() - listed);
        add(new Part(null, "Replaced or deleted by later layers"), image, image.sizes().wastedBytes());
    }

    private void add(Part part, ImageReport image, long bytes) {
        if (bytes > 0) {
            this.parts.computeIfAbsent(part, _ -> new long[this.images.size()])[image.index()] += bytes;
        }
    }

    private Table table() {
        List<Map.Entry<Part, long[]>> rows = new ArrayList<>(this.parts.entrySet());
        rows.sort(Comparator.comparingLong((Map.Entry<Part, long[]> row) -> -largest(row.getValue())));
        Table.Builder<Map.Entry<Part, long[]>> table =
                Table.of("The whole breakdown", rows)
                        .column("", row -> row.getKey().cell())
                        .summary(Counts.of(rows.size(), "part", "parts") + ", every byte once")
                        .folded(true);
        return this.images.size() == 1
                ? table.value(Table.Shape.MATRIX, "Bytes", true, row -> cell(row.getValue()[0])).build()
                : table.images(Table.Shape.MATRIX, this.images, true, (row, image) -> cell(row.getValue()[image]))
                        .build();
    }

    private static long largest(long[] bytes) {
        long largest = 0;
        for (long one : bytes) {
            largest = Math.max(largest, one);
        }
        return largest;
    }

    private static Cell cell(long bytes) {
        return bytes == 0 ? Cell.of("–") : Cell.exactSize(bytes);
    }

    /** @param chapter {@code null} for bytes without an owner in the list */
    private record Part(@Nullable Chapter chapter, String name) {

        private Cell cell() {
            return this.chapter == null || this.chapter.title().equals(this.name) ? Cell.of(this.name)
                    : Cell.prose(this.name).withNote(Line.of(this.chapter.title()));
        }
    }
}
