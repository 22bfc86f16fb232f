package dev.tare.comparison.ledger;

import dev.tare.inspection.ledger.LedgerOwner;
import org.jspecify.annotations.Nullable;

/**
 * An owner within a line of two ledgers. At least one of them has it.
 *
 * @param from {@code null} if only the second image has it
 * @param to   {@code null} if only the first image has it
 */
public record OwnerChange(String name, @Nullable LedgerOwner from, @Nullable LedgerOwner to) {

    /** Visible bytes in the first image. */
    public long before() {
        return this.from == null ? 0 : this.from.size();
    }

    /** Visible bytes in the second image. */
    public long after() {
        return this.to == null ? 0 : this.to.size();
    }

    /** The growth in visible bytes. */
    public long growth() {
        return after() - before();
    }
}
