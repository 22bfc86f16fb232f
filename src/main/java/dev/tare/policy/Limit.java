package dev.tare.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;

import dev.tare.image.InvalidValueException;

/** The limit of a budget. */
public sealed interface Limit {

    /** As configured, such as {@code 200MB}, {@code 5%} or {@code 0.9}. */
    String text();

    /**
     * A greatest value.
     *
     * @param most bytes or a count, zero or more
     */
    record Most(String text, long most) implements Limit {

        /**
         * Parses a count.
         *
         * @throws InvalidValueException if it is no whole number of zero or more
         */
        public static Most ofCount(String text) {
            return new Most(text.strip(), count(text, 0));
        }
    }

    /**
     * Parses a whole number.
     *
     * @throws InvalidValueException if the text has another form, or the number is too low
     */
    static int count(String text, int least) {
        try {
            int count = Integer.parseInt(text.strip());
            if (count >= least) {
                return count;
            }
        } catch (NumberFormatException ex) {
            // the same problem
        }
        throw new InvalidValueException("number", text, "a whole number of " + least + " or more");
    }

    /** A greatest growth over the baseline. */
    record Growth(GrowthLimit limit) implements Limit {

        @Override
        public String text() {
            return this.limit.text();
        }
    }

    /**
     * A greatest share of some bytes, as rules of dive have it.
     *
     * @param share from 0 to 1
     */
    record Share(String text, BigDecimal share) implements Limit {

        long of(long bytes) {
            return BigDecimal.valueOf(bytes).multiply(this.share).setScale(0, RoundingMode.FLOOR).longValueExact();
        }
    }
}
