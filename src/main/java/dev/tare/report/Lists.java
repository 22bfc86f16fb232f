package dev.tare.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Makes the lists of one part of a report. Together they have a bounded number of characters. Only images made for the
 * purpose reach the bound, with thousands of paths of the greatest length.
 */
final class Lists {

    /** The characters of all parts of a report together. An item counts with the names of its fields. */
    private static final long CHARACTERS = 48_000_000;

    private long left;

    /** @param images of the report; each has a part, and so has each pair with the first */
    Lists(int images) {
        this.left = CHARACTERS / (2L * images);
    }

    /** The first {@code most} of all that fit, each converted. */
    <S, T> Listing<T> of(Collection<S> all, int most, Function<? super S, T> conversion) {
        return of(all, all.size(), most, conversion);
    }

    /**
     * The first {@code most} that fit, each converted.
     *
     * @param first the first items, or all
     * @param total number of all items
     */
    <S, T> Listing<T> of(Collection<S> first, long total, int most, Function<? super S, T> conversion) {
        List<T> items = new ArrayList<>();
        for (S one : first) {
            T item = items.size() == most ? null : conversion.apply(one);
            if (item == null || item.toString().length() > this.left) {
                break;
            }
            this.left -= item.toString().length();
            items.add(item);
        }
        return new Listing<>(total, total - items.size(), items);
    }
}
