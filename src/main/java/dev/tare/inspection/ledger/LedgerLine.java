package dev.tare.inspection.ledger;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A line of a ledger.
 *
 * @param name        unique in its chapter, and equal in all images with the same kind of content
 * @param explanation a sentence about the purpose of the packages, or {@code null}
 * @param owners      the largest first
 */
public record LedgerLine(Chapter chapter, String name, @Nullable String explanation, List<LedgerOwner> owners) {

    public LedgerLine {
        owners = List.copyOf(owners);
    }

    /** Visible bytes of all owners. */
    public long size() {
        return this.owners.stream().mapToLong(LedgerOwner::size).sum();
    }

    /** The estimated part of all owners in the compressed size, or {@code null} if that is unknown. */
    public @Nullable Long compressed() {
        long sum = 0;
        for (LedgerOwner owner : this.owners) {
            if (owner.compressed() == null) {
                return null;
            }
            sum += owner.compressed();
        }
        return sum;
    }

    /** The number of files of all owners. */
    public long files() {
        return this.owners.stream().mapToLong(LedgerOwner::files).sum();
    }
}
