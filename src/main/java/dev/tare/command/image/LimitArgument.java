package dev.tare.command.image;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import dev.tare.image.InvalidValueException;
import dev.tare.limits.ByteSize;
import dev.tare.limits.Limit;
import dev.tare.limits.Limits;

/**
 * A limit on the command line.
 *
 * @param limit an adjustable limit
 * @param value at least 1, in the unit of the limit
 */
public record LimitArgument(Limit limit, long value) {

    /**
     * Parses {@code NAME=VALUE}. The name is that of the setting {@code tare.limits.NAME}. The value is a number, a size
     * such as {@code 64GiB}, or a time such as {@code 90s}, {@code 30m} or {@code 2h}, depending on the limit.
     *
     * @throws InvalidValueException if the limit does not exist, or the value is invalid
     */
    public static LimitArgument parse(String text) {
        String[] parts = text.split("=", 2);
        Limit limit = Limit.labelled(parts[0]);
        if (parts.length < 2 || limit == null) {
            throw new InvalidValueException("limit", text, "NAME=VALUE with one of "
                    + Limit.raisable().map(Limit::label).collect(Collectors.joining(", ")));
        }
        long value = switch (limit.kind()) {
            case COUNT -> count(parts[1]);
            case BYTES -> ByteSize.parse(parts[1]).bytes();
            case MILLISECONDS -> milliseconds(parts[1]);
            case FIXED -> throw new IllegalArgumentException("The limit " + limit.label() + " is fixed");
        };
        if (value <= 0) {
            throw new InvalidValueException("limit", text,
                    "a value from 1" + (limit.kind() == Limit.Kind.COUNT ? " to " + Integer.MAX_VALUE : ""));
        }
        return new LimitArgument(limit, value);
    }

    /** The defaults, replaced by these values. The last value of a limit counts. */
    public static Limits over(Limits defaults, List<LimitArgument> given) {
        Limits limits = defaults;
        for (LimitArgument argument : given) {
            limits = limits.with(argument.limit, argument.value);
        }
        return limits;
    }

    private static int count(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException ex) {
            throw new InvalidValueException("number", text, "a whole number from 1 to " + Integer.MAX_VALUE);
        }
    }

    private static long milliseconds(String text) {
        try {
            return TimeUnit.MILLISECONDS.convert(Duration.parse("PT" + text.strip()));
        } catch (DateTimeException ex) {
            throw new InvalidValueException("time", text,
                    "a number with s, m or h (seconds, minutes, hours), such as 30m");
        }
    }
}
