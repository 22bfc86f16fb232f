package dev.tare.comparison.ledger;

import java.util.List;

import dev.tare.inspection.ledger.Chapter;
import org.jspecify.annotations.Nullable;

/**
 * A line of two ledgers, which may be equal in both.
 *
 * @param explanation a sentence about the purpose of the packages, or {@code null}
 * @param owners      the largest changes first
 */
public record LineChange(Chapter chapter, String name, @Nullable String explanation, List<OwnerChange> owners) {

    public LineChange {
        owners = List.copyOf(owners);
    }

    /** Visible bytes in the first image. */
    public long before() {
        return this.owners.stream().mapToLong(OwnerChange::before).sum();
    }

    /** Visible bytes in the second image. */
    public long after() {
        return this.owners.stream().mapToLong(OwnerChange::after).sum();
    }

    /** The growth in visible bytes. */
    public long growth() {
        return after() - before();
    }
}
