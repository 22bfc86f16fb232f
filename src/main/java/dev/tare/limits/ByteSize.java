package dev.tare.limits;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tare.image.InvalidValueException;

/**
 * A size in settings, options and parameters. MB is 10⁶ bytes and MiB is 2²⁰ bytes.
 *
 * @param bytes zero or more
 * @param text  as written, such as {@code 200MB}
 */
public record ByteSize(long bytes, String text) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,19}(?:\\.\\d{1,18})?)\\s?([A-Za-z]*)");

    private static final Map<String, Long> UNITS = Map.ofEntries(Map.entry("", 1L), Map.entry("b", 1L),
            Map.entry("kb", 1_000L), Map.entry("mb", 1_000_000L), Map.entry("gb", 1_000_000_000L),
            Map.entry("tb", 1_000_000_000_000L), Map.entry("kib", 1L << 10), Map.entry("mib", 1L << 20),
            Map.entry("gib", 1L << 30), Map.entry("tib", 1L << 40));

    private static final List<String> BINARY_UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB");

    public ByteSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("A size has zero or more bytes, but this one has " + bytes);
        }
    }

    /**
     * Parses a number with a decimal unit ({@code B}, {@code kB}, {@code MB}, {@code GB}, {@code TB}: powers of 1000),
     * a binary unit ({@code KiB}, {@code MiB}, {@code GiB}, {@code TiB}: powers of 1024), or no unit for bytes. The
     * number may have a fraction, such as {@code 1.5GiB}. One space may stand before the unit. The case of the unit
     * does not matter. The number of bytes must be whole.
     *
     * @throws InvalidValueException if the text has another form, or the number of bytes does not fit into a {@code long}
     */
    public static ByteSize parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        Long unit = matcher.matches() ? UNITS.get(matcher.group(2).toLowerCase(Locale.ROOT)) : null;
        if (unit == null) {
            throw new InvalidValueException("size", text,
                    "a number with B, kB, MB, GB or TB (powers of 1000), or KiB, MiB, GiB or TiB (powers of 1024), such as 200MB");
        }
        return new ByteSize(wholeBytes(text, new BigDecimal(matcher.group(1)), unit), text.strip());
    }

    /** The same as {@link #parse}. Spring finds a method by this name when it converts a setting. */
    public static ByteSize valueOf(String text) {
        return parse(text);
    }

    /** Writes a number of bytes in the largest binary unit that divides it, such as {@code 8MiB} or {@code 1000B}. */
    public static ByteSize of(long bytes) {
        int unit = bytes == 0 ? 0 : Math.min(Long.numberOfTrailingZeros(bytes) / 10, BINARY_UNITS.size() - 1);
        return new ByteSize(bytes, (bytes >> (10 * unit)) + BINARY_UNITS.get(unit));
    }

    @Override
    public String toString() {
        return this.text;
    }

    private static long wholeBytes(String text, BigDecimal number, long unit) {
        try {
            return number.multiply(BigDecimal.valueOf(unit)).longValueExact();
        } catch (ArithmeticException ex) {
            throw new InvalidValueException("size", text, "whole bytes, at most " + Long.MAX_VALUE);
        }
    }
}
