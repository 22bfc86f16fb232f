package dev.tare.command;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;

import dev.tare.archive.Limits;
import dev.tare.image.InvalidValueException;
import dev.tare.policy.ByteLimit;

/**
 * A limit on the command line.
 *
 * @param name  of a component of {@link Limits}
 * @param value more than 0
 */
record LimitArgument(String name, long value) {

    private static final List<RecordComponent> COMPONENTS = List.of(Limits.class.getRecordComponents());

    /**
     * Reads {@code NAME=VALUE}; the value is a number, or a size such as {@code 64GiB}.
     *
     * @throws InvalidValueException if there is no such limit, or the value is none
     */
    static LimitArgument parse(String text) {
        String[] parts = text.split("=", 2);
        List<String> names = COMPONENTS.stream().map(RecordComponent::getName).toList();
        if (parts.length < 2 || !names.contains(parts[0])) {
            throw new InvalidValueException("limit", text, "NAME=VALUE with one of " + String.join(", ", names));
        }
        long value = ByteLimit.parse(parts[1]).bytes();
        if (value == 0 || (typeOf(parts[0]) == int.class && value > Integer.MAX_VALUE)) {
            throw new InvalidValueException("limit", text, "a value from 1"
                    + (typeOf(parts[0]) == int.class ? " to " + Integer.MAX_VALUE : ""));
        }
        return new LimitArgument(parts[0], value);
    }

    /** The defaults, but for what was given; the last of a name counts. */
    static Limits over(Limits defaults, List<LimitArgument> given) {
        try {
            Object[] values = COMPONENTS.stream().map(component -> valueOf(component, defaults, given)).toArray();
            Class<?>[] types = COMPONENTS.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
            return Limits.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException ex) {
            throw new IllegalStateException("A record has lost its constructor", ex);
        }
    }

    private static Object valueOf(RecordComponent component, Limits defaults, List<LimitArgument> given) {
        Stream<Long> values = given.stream()
                .filter(limit -> limit.name.equals(component.getName()))
                .map(LimitArgument::value);
        return values.reduce((first, last) -> last)
                .<Object>map(value -> component.getType() == int.class ? (Object) value.intValue() : value)
                .orElseGet(() -> read(component, defaults));
    }

    private static Object read(RecordComponent component, Limits limits) {
        try {
            return component.getAccessor().invoke(limits);
        } catch (ReflectiveOperationException ex) {
            throw new IllegalStateException("A record has lost its accessor " + component, ex);
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
