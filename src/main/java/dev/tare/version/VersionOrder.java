package dev.tare.version;

import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The order of versions in an ecosystem, as its package manager sorts them. */
@FunctionalInterface
public interface VersionOrder {

    /** The order of an ecosystem without a defined order. */
    VersionOrder NONE = (_, _) -> null;

    /** Longer strings are not versions, and comparing them takes time. */
    int MAX_LENGTH = 256;

    /** Compares like a {@link Comparator}. The result is {@code null} if the order does not cover one of the strings. */
    @Nullable
    Integer compare(String one, String other);

    /** The order of a comparator that covers all strings. */
    static VersionOrder of(Comparator<String> comparator) {
        return comparator::compare;
    }

    /**
     * The direction from one version to another. {@code null} if either side has several versions, both are equal, or
     * the order does not cover them.
     */
    default @Nullable Direction direction(List<String> from, List<String> to) {
        if (from.size() != 1 || to.size() != 1 || !isVersion(from.getFirst()) || !isVersion(to.getFirst())) {
            return null;
        }
        Integer order = compare(from.getFirst(), to.getFirst());
        return order == null || order == 0 ? null : order < 0 ? Direction.UPGRADE : Direction.DOWNGRADE;
    }

    /** A string with a space has more than a version, such as an architecture. */
    private static boolean isVersion(String text) {
        return !text.isEmpty() && text.length() <= MAX_LENGTH && text.indexOf(' ') < 0;
    }
}
