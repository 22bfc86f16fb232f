package dev.tare.report;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import dev.tare.comparison.ledger.EntryChange;
import dev.tare.comparison.ledger.LedgerDifference;
import dev.tare.comparison.ledger.LineChange;
import dev.tare.comparison.ledger.OwnerChange;
import dev.tare.inspection.Sizes;
import dev.tare.inspection.ledger.Chapter;
import dev.tare.inspection.ledger.LedgerOwner;
import org.jspecify.annotations.Nullable;

/**
 * The difference between the owners of all bytes of two images, the largest changes first. Compressed bytes are estimates,
 * as in {@link LedgerReport}, and {@code null} if the compressed size of the image, or of one of both, is unknown.
 *
 * @param entries a short list with the wasted bytes; the growth of all entries is that of the uncompressed size
 * @param lines   also those without a change; their growth is that of the visible size
 */
public record LedgerChangeReport(Listing<Entry> entries, Listing<Line> lines) {

    static LedgerChangeReport of(LedgerDifference difference, Lists lists) {
        return new LedgerChangeReport(
                lists.of(difference.entries(), ListLimits.LEDGER, Entry::from),
                lists.of(difference.lines(), ListLimits.LEDGER, line -> Line.from(line, difference, lists)));
    }

    private static @Nullable Long growth(@Nullable Long before, @Nullable Long after) {
        return before == null || after == null ? null : Long.valueOf(after - before);
    }

    /** An entry of the short list. */
    public record Entry(String title, long fromUncompressedBytes, long toUncompressedBytes,
            long uncompressedGrowthBytes, @Nullable Long estimatedCompressedGrowthBytes) {

        static Entry from(EntryChange entry) {
            return new Entry(entry.title(), entry.before(), entry.after(), entry.growth(),
                    growth(entry.compressedBefore(), entry.compressedAfter()));
        }
    }

    /**
     * A line with its owners.
     *
     * @param title       display name of the chapter
     * @param name        unique in the chapter
     * @param explanation a sentence about the purpose of the packages, or {@code null}
     * @param owners      the largest changes first
     */
    public record Line(Chapter chapter, String title, String name, @Nullable String explanation,
            long fromVisibleBytes, long toVisibleBytes, long visibleGrowthBytes,
            @Nullable Long fromEstimatedCompressedBytes, @Nullable Long toEstimatedCompressedBytes,
            @Nullable Long estimatedCompressedGrowthBytes, Listing<Owner> owners) {

        static Line from(LineChange line, LedgerDifference difference, Lists lists) {
            Long before = compressed(difference.from(), line, OwnerChange::from);
            Long after = compressed(difference.to(), line, OwnerChange::to);
            return new Line(line.chapter(), line.chapter().title(), line.name(), line.explanation(), line.before(),
                    line.after(), line.growth(), before, after, LedgerChangeReport.growth(before, after),
                    lists.of(line.owners(), ListLimits.OWNERS, Owner::from));
        }

        private static @Nullable Long compressed(Sizes image, LineChange line,
                Function<OwnerChange, @Nullable LedgerOwner> side) {
            return image.compressed() == null ? null
                    : Long.valueOf(line.owners()
                            .stream()
                            .map(side)
                            .filter(Objects::nonNull)
                            .mapToLong(owner -> Objects.requireNonNull(owner.compressed()))
                            .sum());
        }
    }

    /**
     * A package, library, runtime, program or folder.
     *
     * @param from {@code null} if only the second image has it
     * @param to   {@code null} if only the first image has it
     */
    public record Owner(String name, long visibleGrowthBytes, @Nullable Side from, @Nullable Side to) {

        static Owner from(OwnerChange owner) {
            return new Owner(owner.name(), owner.growth(), side(owner.from()), side(owner.to()));
        }

        private static @Nullable Side side(@Nullable LedgerOwner owner) {
            return owner == null ? null : new Side(owner.versions(), owner.size(), owner.compressed(), owner.layers());
        }
    }

    /**
     * An owner in one of the images.
     *
     * @param versions usually one; empty if none is known
     * @param layers   indexes of the layers with its files
     */
    public record Side(List<String> versions, long visibleBytes, @Nullable Long estimatedCompressedBytes,
            List<Integer> layers) {

        public Side {
            versions = List.copyOf(versions);
            layers = List.copyOf(layers);
        }
    }
}
