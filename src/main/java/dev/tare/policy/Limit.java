package dev.tare.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The limit of a budget. */
public sealed interface Limit {

    /** As configured, such as {@code 200MB}, {@code 5%} or {@code 0.9}. */
    String text();

    /**
     * A greatest value.
     *
     * @param most bytes or a count, zero or more
     */
    record Most(String text, long most) implements Limit {}

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
