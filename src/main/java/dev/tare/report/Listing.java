package dev.tare.report;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * A list that may have been cut, and states by how much.
 *
 * @param total   the number of all items
 * @param leftOut the number of items that are not listed
 */
public record Listing<T>(long total, long leftOut, List<T> items) {

    public Listing {
        items = List.copyOf(items);
        if (total != items.size() + leftOut) {
            throw new IllegalArgumentException(
                    items.size() + " items and " + leftOut + " left out are not " + total + " in total");
        }
    }

    /** The first {@code most} of all, each converted. */
    static <S, T> Listing<T> of(Collection<S> all, int most, Function<? super S, T> conversion) {
        List<T> items = all.stream().limit(most).map(conversion).toList();
        return new Listing<>(all.size(), all.size() - items.size(), items);
    }

    /** The first {@code most} of all. */
    static <T> Listing<T> of(Collection<T> all, int most) {
        List<T> items = all.stream().limit(most).toList();
        return new Listing<>(all.size(), all.size() - items.size(), items);
    }

    /** An empty list. */
    public static <T> Listing<T> none() {
        return new Listing<>(0, 0, List.of());
    }

    /** Whether there is nothing to list. */
    public boolean empty() {
        return this.total == 0;
    }
}
