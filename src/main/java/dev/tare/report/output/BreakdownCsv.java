package dev.tare.report.output;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

import dev.tare.report.ComparisonReport;
import dev.tare.report.DifferenceReport;
import dev.tare.report.InspectionReport;
import dev.tare.report.LedgerChangeReport;
import dev.tare.report.LedgerReport;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;

/**
 * The breakdown of one image, or the difference of breakdowns, as comma-separated values with a row for each owner. The bytes
 * of all rows add up to the visible size, or to its growth. If a report leaves out owners or lines, one row has their bytes.
 * Compressed bytes are estimates, and empty if they are unknown. They do not include those of wasted files.
 */
public final class BreakdownCsv {

    private static final String REST = "(left out)";

    private final TableFormat.Rows out;

    private BreakdownCsv(TableFormat.Rows out) {
        this.out = out;
    }

    /** The breakdown of one image in any format of tables. */
    public static TableFormat.Table table(InspectionReport report) {
        return rows -> new BreakdownCsv(rows).write(report);
    }

    /** The differences between images in any format of tables. */
    public static TableFormat.Table table(ComparisonReport report) {
        return rows -> new BreakdownCsv(rows).write(report);
    }

    /** Writes the breakdown of one image. */
    public static void write(InspectionReport report, Writer out) throws IOException {
        TableFormat.CSV.write(table(report), out);
    }

    /** Writes the differences between the first image and the others. */
    public static void write(ComparisonReport report, Writer out) throws IOException {
        TableFormat.CSV.write(table(report), out);
    }

    private void write(InspectionReport report) throws IOException {
        line("chapter", "line", "owner", "versions", "visible_bytes", "files", "layers", "estimated_compressed_bytes");
        LedgerReport ledger = report.image().ledger();
        long rest = report.image().sizes().visibleBytes();
        Long compressed = minus(report.image().sizes().compressedBytes(), ledger.estimatedCompressedWastedBytes());
        for (LedgerReport.Line line : ledger.lines().items()) {
            rest -= line.visibleBytes();
            compressed = minus(compressed, line.estimatedCompressedBytes());
            write(line);
        }
        if (rest != 0) {
            line(REST, "", "", "", rest, null, null, compressed);
        }
    }

    private void write(LedgerReport.Line line) throws IOException {
        long rest = line.visibleBytes();
        Long compressed = line.estimatedCompressedBytes();
        for (LedgerReport.Owner owner : line.owners().items()) {
            rest -= owner.visibleBytes();
            compressed = minus(compressed, owner.estimatedCompressedBytes());
            line(line.title(), line.name(), owner.name(), versions(owner.versions()), owner.visibleBytes(),
                    owner.files(), layers(owner.layers()), owner.estimatedCompressedBytes());
        }
        if (rest != 0) {
            line(line.title(), line.name(), REST, "", rest, null, null, compressed);
        }
    }

    private void write(ComparisonReport report) throws IOException {
        line("from_image", "to_image", "chapter", "line", "owner", "from_versions", "to_versions",
                "from_visible_bytes", "to_visible_bytes", "visible_growth_bytes", "from_estimated_compressed_bytes",
                "to_estimated_compressed_bytes");
        for (DifferenceReport difference : report.differences()) {
            String from = report.images().get(difference.from()).name();
            String to = report.images().get(difference.to()).name();
            long rest = difference.visibleGrowthBytes();
            for (LedgerChangeReport.Line line : difference.ledger().lines().items()) {
                rest -= line.visibleGrowthBytes();
                write(from, to, line);
            }
            if (rest != 0) {
                line(from, to, REST, "", "", "", "", null, null, rest, null, null);
            }
        }
    }

    private void write(String from, String to, LedgerChangeReport.Line line) throws IOException {
        long before = line.fromVisibleBytes();
        long after = line.toVisibleBytes();
        Long compressedBefore = line.fromEstimatedCompressedBytes();
        Long compressedAfter = line.toEstimatedCompressedBytes();
        for (LedgerChangeReport.Owner owner : line.owners().items()) {
            before -= bytes(owner.from());
            after -= bytes(owner.to());
            Long ownerBefore = compressedBefore == null ? null : compressed(owner.from());
            Long ownerAfter = compressedAfter == null ? null : compressed(owner.to());
            compressedBefore = minus(compressedBefore, ownerBefore);
            compressedAfter = minus(compressedAfter, ownerAfter);
            line(from, to, line.title(), line.name(), owner.name(), versions(owner.from()), versions(owner.to()),
                    bytes(owner.from()), bytes(owner.to()), owner.visibleGrowthBytes(), ownerBefore, ownerAfter);
        }
        if (before != 0 || after != 0) {
            line(from, to, line.title(), line.name(), REST, "", "", before, after, after - before, compressedBefore,
                    compressedAfter);
        }
    }

    private static @Nullable Long minus(@Nullable Long all, @Nullable Long part) {
        return all == null || part == null ? null : Long.valueOf(all - part);
    }

    private static @Nullable Long compressed(LedgerChangeReport.@Nullable Side side) {
        return side == null ? Long.valueOf(0) : side.estimatedCompressedBytes();
    }

    private static long bytes(LedgerChangeReport.@Nullable Side side) {
        return side == null ? 0 : side.visibleBytes();
    }

    private static String versions(LedgerChangeReport.@Nullable Side side) {
        return side == null ? "" : versions(side.versions());
    }

    private static String versions(List<String> versions) {
        return String.join(" ", versions);
    }

    private static String layers(List<Integer> layers) {
        return layers.stream().map(String::valueOf).collect(joining(" "));
    }

    private void line(@Nullable Object... cells) throws IOException {
        this.out.row(cells);
    }
}
