package dev.tare.report;

import java.util.List;

import dev.tare.comparison.ledger.EntryChange;
import dev.tare.comparison.ledger.LedgerDifference;
import dev.tare.comparison.ledger.LineChange;
import dev.tare.comparison.ledger.OwnerChange;
import dev.tare.inspection.ledger.Chapter;
import dev.tare.inspection.ledger.LedgerOwner;
import org.jspecify.annotations.Nullable;

/**
 * The difference between the owners of all bytes of two images, the largest changes first.
 *
 * @param entries a short list with the wasted bytes; the growth of all entries is that of the uncompressed size
 * @param lines   also those without a change; their growth is that of the visible size
 */
public record LedgerChangeReport(Listing<Entry> entries, Listing<Line> lines) {

    static LedgerChangeReport of(LedgerDifference difference, Lists lists) {
        return new LedgerChangeReport(
                lists.of(difference.entries(), ListLimits.LEDGER, Entry::from),
                lists.of(difference.lines(), ListLimits.LEDGER, line -> Line.from(line, lists)));
    }

    /** An entry of the short list. */
    public record Entry(String title, long fromUncompressedBytes, long toUncompressedBytes,
            long uncompressedGrowthBytes) {

        static Entry from(EntryChange entry) {
            return new Entry(entry.title(), entry.before(), entry.after(), entry.growth());
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
            long fromVisibleBytes, long toVisibleBytes, long visibleGrowthBytes, Listing<Owner> owners) {

        static Line from(LineChange line, Lists lists) {
            return new Line(line.chapter(), line.chapter().title(), line.name(), line.explanation(), line.before(),
                    line.after(), line.growth(), lists.of(line.owners(), ListLimits.OWNERS, Owner::from));
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
            return owner == null ? null : new Side(owner.versions(), owner.size(), owner.layers());
        }
    }

    /**
     * An owner in one of the images.
     *
     * @param versions usually one; empty if none is known
     * @param layers   indexes of the layers with its files
     */
    public record Side(List<String> versions, long visibleBytes, List<Integer> layers) {

        public Side {
            versions = List.copyOf(versions);
            layers = List.copyOf(layers);
        }
    }
}
