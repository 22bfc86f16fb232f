package dev.tare.comparison.ledger;

import org.jspecify.annotations.Nullable;

/**
 * An entry in the short list of a difference.
 *
 * @param before           bytes in the first image
 * @param after            bytes in the second image
 * @param compressedBefore estimated part of the compressed size of the first image; {@code null} if that is unknown
 * @param compressedAfter  the same of the second image
 */
public record EntryChange(String title, long before, long after, @Nullable Long compressedBefore,
        @Nullable Long compressedAfter) {

    /** The growth in bytes. */
    public long growth() {
        return this.after - this.before;
    }

    EntryChange plus(EntryChange other) {
        return new EntryChange(this.title, this.before + other.before, this.after + other.after,
                sum(this.compressedBefore, other.compressedBefore), sum(this.compressedAfter, other.compressedAfter));
    }

    private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
        return one == null || other == null ? null : Long.valueOf(one + other);
    }
}
