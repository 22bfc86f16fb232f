package dev.tare.report.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.tare.report.DifferenceReport;
import dev.tare.report.ImageReport;
import dev.tare.report.LedgerChangeReport.Entry;
import dev.tare.report.document.Cell;
import dev.tare.report.document.Line;
import dev.tare.report.document.Table;
import dev.tare.report.document.Value;
import dev.tare.wording.Bytes;
import org.jspecify.annotations.Nullable;

/** Explains the difference of two images: where the bytes are, and what a switch to the other image loses and gains. */
public final class KeyDifferences {

    /** The number of entries of a ledger. */
    static final int ENTRIES = 10;

    /** A summary leaves out entries with less than this part of all bytes. */
    static final int LEAST_PART = 1_000;

    /** The title of a column with estimates of compressed bytes. */
    static final String DOWNLOAD = "download, about";

    private KeyDifferences() {}

    /** The tables that have rows. */
    public static List<Table> of(ImageReport from, ImageReport to, DifferenceReport difference) {
        SummaryPart growth = growth(difference);
        SummaryPart losses = losses(Loss.groups(from, to, difference));
        return SummaryPart.tables(List.of(growth, losses), Integer.MAX_VALUE);
    }

    /** The entries of the ledger that explain most of the growth, and the rest, so that the rows add up to it. */
    static SummaryPart growth(DifferenceReport difference) {
        List<Entry> rows = new ArrayList<>(leading(difference, ENTRIES));
        long rest = difference.uncompressedGrowthBytes()
                - rows.stream().mapToLong(Entry::uncompressedGrowthBytes).sum();
        if (rest != 0) {
            rows.add(new Entry("everything else", 0, rest, rest, downloadRest(difference, rows)));
        }
        return SummaryPart.whole(Table.of("Largest changes", rows)
                .number("", entry -> growth(entry))
                .column("", entry -> Cell.prose(entry.title()))
                .columnIfAny(DOWNLOAD, true, KeyDifferences::hasDownload, KeyDifferences::download)
                .whole()
                .least(rows.size())
                .build());
    }

    private static @Nullable Long downloadRest(DifferenceReport difference, List<Entry> rows) {
        Long all = difference.compressedGrowthBytes();
        return all == null ? null
                : Long.valueOf(all - rows.stream()
                        .mapToLong(entry -> Objects.requireNonNull(entry.estimatedCompressedGrowthBytes()))
                        .sum());
    }

    /** The first entries without those that hardly matter. */
    static List<Entry> leading(DifferenceReport difference, int most) {
        List<Entry> entries = difference.ledger().entries().items();
        long all = entries.stream().mapToLong(entry -> Math.abs(entry.uncompressedGrowthBytes())).sum();
        return entries.stream()
                .filter(entry -> Math.abs(entry.uncompressedGrowthBytes()) >= all / LEAST_PART)
                .limit(most)
                .toList();
    }

    static Cell growth(Entry entry) {
        return Cell.of(new Value.Figure(Bytes.growth(entry.uncompressedGrowthBytes())));
    }

    static boolean hasDownload(Entry entry) {
        return entry.estimatedCompressedGrowthBytes() != null;
    }

    static Cell download(Entry entry) {
        return Cell.of(new Value.Figure(
                Bytes.growth(Objects.requireNonNull(entry.estimatedCompressedGrowthBytes()))));
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
