package dev.tare.comparison.ledger;

/**
 * An entry in the short list of a difference.
 *
 * @param before bytes in the first image
 * @param after  bytes in the second image
 */
public record EntryChange(String title, long before, long after) {

    /** The growth in bytes. */
    public long growth() {
        return this.after - this.before;
    }

    EntryChange plus(EntryChange other) {
        return new EntryChange(this.title, this.before + other.before, this.after + other.after);
    }
}
