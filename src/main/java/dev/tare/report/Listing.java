package dev.tare.report;

import java.util.List;

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

    /** An empty list. */
    public static <T> Listing<T> none() {
        return new Listing<>(0, 0, List.of());
    }

    /** Whether there is nothing to list. */
    public boolean empty() {
        return this.total == 0;
    }
}
