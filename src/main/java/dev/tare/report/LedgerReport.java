package dev.tare.report;

import java.util.List;

import dev.tare.inspection.ledger.Chapter;
import dev.tare.inspection.ledger.Ledger;
import dev.tare.inspection.ledger.LedgerLine;
import dev.tare.inspection.ledger.LedgerOwner;
import org.jspecify.annotations.Nullable;

/**
 * The owners of all visible bytes of an image, the largest first. The lines add up to the visible size. Compressed bytes
 * are estimates: those of a layer are divided in proportion to the uncompressed bytes of its files. They are {@code null}
 * if the compressed size of the image is unknown.
 *
 * @param entries                        a short list, in which topics are one entry each
 * @param estimatedCompressedWastedBytes the part of the wasted bytes; with the parts of all lines, it is the compressed
 *                                       size
 */
public record LedgerReport(Listing<Entry> entries, Listing<Line> lines,
        @Nullable Long estimatedCompressedWastedBytes) {

    static LedgerReport of(Ledger ledger, Lists lists) {
        return new LedgerReport(
                lists.of(ledger.entries(), ListLimits.LEDGER,
                        entry -> new Entry(entry.title(), entry.size(), entry.compressed())),
                lists.of(ledger.lines(), ListLimits.LEDGER, line -> Line.from(line, lists)),
                ledger.compressedWaste());
    }

    /** An entry of the short list. */
    public record Entry(String title, long visibleBytes, @Nullable Long estimatedCompressedBytes) {}

    /**
     * A line with its owners.
     *
     * @param name        unique in the chapter
     * @param title       display name of the chapter
     * @param explanation a sentence about the purpose of the packages, or {@code null}
     * @param files       number of files, hard-linked ones once
     * @param owners      the largest first
     */
    public record Line(Chapter chapter, String title, String name, @Nullable String explanation, long visibleBytes,
            @Nullable Long estimatedCompressedBytes, long files, Listing<Owner> owners) {

        static Line from(LedgerLine line, Lists lists) {
            return new Line(line.chapter(), line.chapter().title(), line.name(), line.explanation(), line.size(),
                    line.compressed(), line.files(), lists.of(line.owners(), ListLimits.OWNERS, Owner::from));
        }
    }

    /**
     * A package, library, runtime, program or folder.
     *
     * @param versions usually one; empty if none is known
     * @param files    number of files, hard-linked ones once
     * @param layers   indexes of the layers with these files
     */
    public record Owner(String name, List<String> versions, long visibleBytes,
            @Nullable Long estimatedCompressedBytes, long files, List<Integer> layers) {

        public Owner {
            versions = List.copyOf(versions);
            layers = List.copyOf(layers);
        }

        static Owner from(LedgerOwner owner) {
            return new Owner(owner.name(), owner.versions(), owner.size(), owner.compressed(), owner.files(),
                    owner.layers());
        }
    }
}
