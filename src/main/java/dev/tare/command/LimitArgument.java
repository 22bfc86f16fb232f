package dev.tare.command;

import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.tare.image.InvalidValueException;
import dev.tare.limits.Limits;
import dev.tare.policy.ByteLimit;

/**
 * A limit on the command line.
 *
 * @param name  of a component of {@link Limits}
 * @param value more than 0; of a time in milliseconds
 */
record LimitArgument(String name, long value) {

    private static final List<RecordComponent> COMPONENTS = List.of(Limits.class.getRecordComponents());

    /**
     * Reads {@code NAME=VALUE}; the value is a number, a size such as {@code 64GiB}, or a time such as {@code 90s},
     * {@code 30m} or {@code 2h}.
     *
     * @throws InvalidValueException if there is no such limit, or the value is none
     */
    static LimitArgument parse(String text) {
        String[] parts = text.split("=", 2);
        List<String> names = COMPONENTS.stream().map(RecordComponent::getName).toList();
        if (parts.length < 2 || !names.contains(parts[0])) {
            throw new InvalidValueException("limit", text, "NAME=VALUE with one of " + String.join(", ", names));
        }
        long value = typeOf(parts[0]) == Duration.class ? milliseconds(parts[1]) : ByteLimit.parse(parts[1]).bytes();
        if (value <= 0 || (typeOf(parts[0]) == int.class && value > Integer.MAX_VALUE)) {
            throw new InvalidValueException("limit", text, "a value from 1"
                    + (typeOf(parts[0]) == int.class ? " to " + Integer.MAX_VALUE : ""));
        }
        return new LimitArgument(parts[0], value);
    }

    /** The defaults, but for what was given; the last of a name counts. */
    static Limits over(Limits defaults, List<LimitArgument> given) {
        Limits limits = defaults;
        for (LimitArgument argument : given) {
            limits = limits.with(argument.name, argument.value);
        }
        return limits;
    }

    private static long milliseconds(String text) {
        try {
            return TimeUnit.MILLISECONDS.convert(Duration.parse("PT" + text.strip()));
        } catch (DateTimeException ex) {
            throw new InvalidValueException("time", text,
                    "a number with s, m or h (seconds, minutes, hours), such as 30m");
        }
    }

    private static Class<?> typeOf(String name) {
        return COMPONENTS.stream()
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getType();
    }
}
