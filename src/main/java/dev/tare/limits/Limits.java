package dev.tare.limits;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The values of the adjustable limits. A bounded read that overflows fails with {@link
 * LimitExceededException}; it never truncates. The maximum value of a limit means unlimited.
 * <p> Only the end of a streamed archive shows which layers belong to the image. So every entry of a stream that can be
 * read as a layer counts as a layer of the image. The time to send the stream counts too.
 *
 * @param values one for each of {@link Limit#raisable()}
 */
public record Limits(Map<Limit, Long> values) {

    /** The largest zstd window that zstd reads and writes, in bytes: {@code --long=31}. */
    public static final long LARGEST_ZSTD_WINDOW = 2L << 30;

    /** Enough for every real image, and a bound for attacks. */
    public static final Limits DEFAULTS = new Limits(new EnumMap<>(Limit.class));

    /** The longest array that every JVM can allocate, minus one element to detect longer content. */
    private static final long ARRAY_LENGTH = Integer.MAX_VALUE - 9;

    /** A limit without a value gets its default. */
    public Limits {
        EnumMap<Limit, Long> all = new EnumMap<>(Limit.class);
        Map<Limit, Long> given = values;
        Limit.raisable().forEach(limit -> all.put(limit, checked(limit, given.getOrDefault(limit, limit.value()))));
        values = Collections.unmodifiableMap(all);
    }

    /** The value of a limit, in its unit. */
    public long get(Limit limit) {
        Long value = this.values.get(limit);
        return value == null ? limit.value() : value;
    }

    /**
     * A copy with another value of one limit.
     *
     * @param value in the unit of the limit, at least 1
     */
    public Limits with(Limit limit, long value) {
        if (limit.kind() == Limit.Kind.FIXED) {
            throw new IllegalArgumentException("The limit " + limit.label() + " is fixed");
        }
        Map<Limit, Long> changed = new EnumMap<>(this.values);
        changed.put(limit, value);
        return new Limits(changed);
    }

    /**
     * A copy with another value of one limit.
     *
     * @param label {@link Limit#label()} of an adjustable limit
     * @param value in the unit of the limit, at least 1
     */
    public Limits with(String label, long value) {
        Limit limit = Limit.labelled(label);
        if (limit == null) {
            throw new IllegalArgumentException("Unknown limit: " + label);
        }
        return with(limit, value);
    }

    private static long checked(Limit limit, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(
                    "The limit " + limit.label() + " must be greater than 0, but is " + value);
        }
        return switch (limit) {
            case DOCUMENT_SIZE -> Math.min(value, ARRAY_LENGTH);
            case ZSTD_WINDOW -> Math.min(value, LARGEST_ZSTD_WINDOW);
            default -> limit.kind() == Limit.Kind.COUNT ? Math.toIntExact(value) : value;
        };
    }
}
