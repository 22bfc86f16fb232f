package dev.tare.inspection.ledger;

import java.util.List;

import dev.tare.inspection.Inspection;
import dev.tare.inspection.Sizes;

/**
 * The owners of all visible bytes of an image. Each byte has one owner. The bytes of all lines are the visible size, and
 * together with the wasted bytes they are the uncompressed size.
 *
 * @param lines the largest first
 */
public record Ledger(Sizes sizes, List<LedgerLine> lines) {

    public Ledger {
        lines = List.copyOf(lines);
        long owned = lines.stream().mapToLong(LedgerLine::size).sum();
        if (owned != sizes.visible() || owned + sizes.wasted() != sizes.uncompressed()) {
            throw new IllegalArgumentException(
                    "Lines of " + owned + " bytes and " + sizes.wasted() + " wasted bytes do not fit " + sizes);
        }
    }

    /**
     * The ledger of an image. It takes one pass over the files and is not kept. Only the image's own facts decide, so
     * that it is the same in each comparison.
     */
    public static Ledger of(Inspection inspection) {
        return new LedgerWriter(inspection).write();
    }

    /** A short list: the bytes of each entry, the largest first. A large library has its own entry. */
    public List<LedgerEntry> entries() {
        return LedgerEntry.of(this);
    }
}
