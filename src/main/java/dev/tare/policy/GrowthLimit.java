package dev.tare.policy;

import dev.tare.image.InvalidValueException;
import dev.tare.limits.ByteSize;

/**
 * A greatest growth over another size: a percentage of it, or a number of bytes.
 *
 * @param text as written, such as {@code 5%} or {@code 20MB}
 */
public record GrowthLimit(String text, Kind kind) {

    /**
     * Parses the forms of {@link Percentage#parse} and {@link ByteSize#parse}.
     *
     * @throws InvalidValueException if the text has another form
     */
    public static GrowthLimit parse(String text) {
        try {
            String trimmed = text.strip();
            return new GrowthLimit(trimmed, trimmed.endsWith("%") ? new Kind.Relative(Percentage.parse(trimmed))
                    : new Kind.Absolute(ByteSize.parse(trimmed)));
        } catch (InvalidValueException ex) {
            throw new InvalidValueException("growth", text, "a percentage such as 5%, or a size such as 20MB");
        }
    }

    /** The greatest number of bytes that does not grow too much. */
    long most(long bytes) {
        return switch (this.kind) {
            case Kind.Relative(Percentage percentage) -> percentage.grow(bytes);
            case Kind.Absolute(ByteSize size) ->
                    size.bytes() > Long.MAX_VALUE - bytes ? Long.MAX_VALUE : bytes + size.bytes();
        };
    }

    /** The unit of a limit. */
    sealed interface Kind {

        record Relative(Percentage percentage) implements Kind {}

        record Absolute(ByteSize size) implements Kind {}
    }
}
