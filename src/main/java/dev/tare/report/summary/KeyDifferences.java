package dev.tare.report.summary;

import java.util.ArrayList;
import java.util.List;

import dev.tare.report.DifferenceReport;
import dev.tare.report.ImageReport;
import dev.tare.report.document.Cell;
import dev.tare.report.document.Line;
import dev.tare.report.document.Table;
import dev.tare.report.document.Value;
import dev.tare.wording.Bytes;

/** Explains the difference of two images: where the bytes are, and what a switch to the other image loses and gains. */
public final class KeyDifferences {

    /** The number of heavy paths. */
    static final int PATHS = 8;

    private KeyDifferences() {}

    /** The tables that have rows. */
    public static List<Table> of(ImageReport from, ImageReport to, DifferenceReport difference) {
        SummaryPart growth = growth(difference);
        SummaryPart losses = losses(Loss.groups(from, to, difference));
        return SummaryPart.tables(List.of(growth, losses), Integer.MAX_VALUE);
    }

    /** The paths that explain most of the growth, and the rest in a last row, so that the rows add up to the growth. */
    static SummaryPart growth(DifferenceReport difference) {
        List<HeavyPaths.Growth> heavy = HeavyPaths.of(difference).stream().limit(PATHS).toList();
        int rows = withRest(heavy, difference).size();
        return new SummaryPart(rows, false, lines -> {
            List<HeavyPaths.Growth> shown = lines >= rows ? heavy
                    : heavy.subList(0, Math.clamp(lines - 1L, 0, heavy.size()));
            return Table.of("Largest changes", withRest(shown, difference))
                    .number("", growth -> Cell.of(new Value.Figure(Bytes.growth(growth.bytes()))))
                    .column("", growth -> Cell.of(growth.place()))
                    .whole()
                    .least(rows)
                    .build();
        });
    }

    private static List<HeavyPaths.Growth> withRest(List<HeavyPaths.Growth> heavy, DifferenceReport difference) {
        List<HeavyPaths.Growth> all = new ArrayList<>(heavy);
        long rest = difference.uncompressedGrowthBytes() - heavy.stream().mapToLong(HeavyPaths.Growth::bytes).sum();
        if (rest != 0) {
            all.add(new HeavyPaths.Growth(rest, Line.of(heavy.isEmpty() ? "in many small files" : "elsewhere")));
        }
        return all;
    }

    /** A row for each kind of item. If there is not enough room, a last line has the other kinds. */
    static SummaryPart losses(List<List<Loss>> groups) {
        List<Loss> all = groups.stream().flatMap(List::stream).toList();
        return SummaryPart.of(groups, all.size(), rows -> {
            List<Loss> others = all.stream().filter(loss -> !rows.items().contains(loss)).toList();
            Table.Builder<Loss> table = Table.of("Lost and gained", rows.items())
                    .column("", loss -> Cell.tag(loss.verb()))
                    .column("", loss -> Cell.of(loss.what()))
                    .column("", loss -> Cell.of(loss.shownNames()))
                    .whole()
                    .least(all.size());
            return others.isEmpty() ? table.build()
                    : table.remark("and ", Line.joined(others.stream().map(Loss::statement).toList(), ", ")).build();
        });
    }
}
