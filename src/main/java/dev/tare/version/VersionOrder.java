package dev.tare.version;

import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The order of an ecosystem's versions, as its own package manager sorts them. */
@FunctionalInterface
public interface VersionOrder {

    /** The order of an ecosystem that defines none. */
    VersionOrder NONE = (_, _) -> null;

    /** Longer texts are no versions, and comparing them is work. */
    int MAX_LENGTH = 256;

    /** Compares as a {@link Comparator} does; {@code null} if the order does not cover one of them. */
    @Nullable
    Integer compare(String one, String other);

    /** The order of a comparator that covers all texts. */
    static VersionOrder of(Comparator<String> comparator) {
        return comparator::compare;
    }

    /** Whether one version follows another; {@code null} if there are several, they are equal, or no order covers them. */
    default @Nullable Direction direction(List<String> from, List<String> to) {
        if (from.size() != 1 || to.size() != 1 || !isVersion(from.getFirst()) || !isVersion(to.getFirst())) {
            return null;
        }
        Integer order = compare(from.getFirst(), to.getFirst());
        return order == null || order == 0 ? null : order < 0 ? Direction.UPGRADE : Direction.DOWNGRADE;
    }

    /** A text with a space is a version and more, such as an architecture. */
    private static boolean isVersion(String text) {
        return !text.isEmpty() && text.length() <= MAX_LENGTH && text.indexOf(' ') < 0;
    }
}
