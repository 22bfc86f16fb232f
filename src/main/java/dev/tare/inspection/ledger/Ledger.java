package dev.tare.inspection.ledger;

import java.util.List;
import java.util.Objects;

import dev.tare.inspection.Inspection;
import dev.tare.inspection.Sizes;
import org.jspecify.annotations.Nullable;

/**
 * The owners of all visible bytes of an image. Each byte has one owner. The bytes of all lines are the visible size, and
 * together with the wasted bytes they are the uncompressed size.
 *
 * <p>If the compressed size of the image is known, each owner also has a part of it: the compressed bytes of a layer are
 * divided in proportion to the bytes that the owners have in it. This is an estimate, because some files compress better
 * than others. These parts and that of the wasted bytes are the compressed size.
 *
 * @param compressedWaste the part of the wasted bytes in the compressed size, with layers that have no bytes of files;
 *                        {@code null} if the compressed size is unknown
 * @param lines           the largest first
 */
public record Ledger(Sizes sizes, @Nullable Long compressedWaste, List<LedgerLine> lines) {

    public Ledger {
        lines = List.copyOf(lines);
        long owned = lines.stream().mapToLong(LedgerLine::size).sum();
        if (owned != sizes.visible() || owned + sizes.wasted() != sizes.uncompressed()) {
            throw new IllegalArgumentException(
                    "Lines of " + owned + " bytes and " + sizes.wasted() + " wasted bytes do not fit " + sizes);
        }
        Long compressed = sizes.compressed();
        if (compressed != null && compressed != sum(lines, compressedWaste)) {
            throw new IllegalArgumentException("The compressed parts of the lines and " + compressedWaste
                    + " bytes do not fit " + sizes);
        }
    }

    /**
     * The ledger of an image. It takes one pass over the files and is not kept. Only the image's own facts decide, so
     * that it is the same in each comparison.
     */
    public static Ledger of(Inspection inspection) {
        return new LedgerWriter(inspection).write();
    }

    private static long sum(List<LedgerLine> lines, @Nullable Long waste) {
        return Objects.requireNonNull(waste)
                + lines.stream().mapToLong(line -> Objects.requireNonNull(line.compressed())).sum();
    }

    /** A short list: the bytes of each entry, the largest first. A large library has its own entry. */
    public List<LedgerEntry> entries() {
        return LedgerEntry.of(this);
    }
}
