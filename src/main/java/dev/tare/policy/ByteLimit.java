package dev.tare.policy;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tare.image.InvalidValueException;

/**
 * A number of bytes, kept with the text that gave it.
 *
 * @param text  as written, such as {@code 200MB}
 * @param bytes zero or more
 */
public record ByteLimit(String text, long bytes) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,19}(?:\\.\\d{1,18})?)\\s?([A-Za-z]*)");

    private static final Map<String, Long> UNITS = Map.ofEntries(Map.entry("", 1L), Map.entry("b", 1L),
            Map.entry("kb", 1_000L), Map.entry("mb", 1_000_000L), Map.entry("gb", 1_000_000_000L),
            Map.entry("tb", 1_000_000_000_000L), Map.entry("kib", 1L << 10), Map.entry("mib", 1L << 20),
            Map.entry("gib", 1L << 30), Map.entry("tib", 1L << 40));

    /**
     * Parses a number with a decimal unit ({@code B}, {@code kB}, {@code MB}, {@code GB}, {@code TB}: powers of 1000),
     * a binary unit ({@code KiB}, {@code MiB}, {@code GiB}, {@code TiB}: powers of 1024), or no unit for bytes. The
     * case of the unit does not matter. The number of bytes must be whole.
     *
     * @throws InvalidValueException if the text has another form, or is more bytes than a {@code long} holds
     */
    public static ByteLimit parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        Long unit = matcher.matches() ? UNITS.get(matcher.group(2).toLowerCase(Locale.ROOT)) : null;
        if (unit == null) {
            throw new InvalidValueException("size", text,
                    "a number with B, kB, MB, GB or TB (powers of 1000), or KiB, MiB, GiB or TiB (powers of 1024), such as 200MB");
        }
        return new ByteLimit(text.strip(), wholeBytes(text, new BigDecimal(matcher.group(1)), unit));
    }

    private static long wholeBytes(String text, BigDecimal number, long unit) {
        try {
            return number.multiply(BigDecimal.valueOf(unit)).longValueExact();
        } catch (ArithmeticException ex) {
            throw new InvalidValueException("size", text, "whole bytes, at most " + Long.MAX_VALUE);
        }
    }
}
