package dev.tare.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

import dev.tare.image.InvalidValueException;

/**
 * An exact percentage, with its original text.
 *
 * @param text  as written, such as {@code 5%}
 * @param value in percent, zero or more
 */
public record Percentage(String text, BigDecimal value) {

    private static final Pattern FORM = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?\\s?%");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Parses {@code 5%}, {@code 2.5%} or {@code 5 %}.
     *
     * @throws InvalidValueException if the text has another form
     */
    public static Percentage parse(String text) {
        String trimmed = text.strip();
        if (!FORM.matcher(trimmed).matches()) {
            throw new InvalidValueException("percentage", text,
                    "a number of zero or more with a per cent sign, such as 5% or 2.5%");
        }
        return new Percentage(trimmed, new BigDecimal(trimmed.substring(0, trimmed.length() - 1).strip()));
    }

    /** The greatest whole number of bytes that exceeds {@code bytes} by at most this percentage. */
    long grow(long bytes) {
        BigDecimal factor = this.value.divide(HUNDRED).add(BigDecimal.ONE);
        BigDecimal most = BigDecimal.valueOf(bytes).multiply(factor).setScale(0, RoundingMode.FLOOR);
        return most.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValueExact();
    }
}
