package dev.tare.web;

import dev.tare.image.InvalidValueException;
import dev.tare.policy.Budgets;
import dev.tare.policy.ByteLimit;
import dev.tare.policy.Percentage;
import org.jspecify.annotations.Nullable;

/**
 * Budgets as a request asks for them.
 *
 * @param maxUncompressed such as {@code 200MB}, or {@code null} for any
 * @param maxGrowth       such as {@code 5%}, or {@code null} for any
 */
record BudgetParameters(@Nullable String maxUncompressed, @Nullable String maxGrowth) {

    Budgets toBudgets() {
        try {
            return new Budgets(this.maxUncompressed == null ? null : ByteLimit.parse(this.maxUncompressed),
                    this.maxGrowth == null ? null : Percentage.parse(this.maxGrowth));
        } catch (InvalidValueException ex) {
            throw UploadException.malformed(String.valueOf(ex.getMessage()));
        }
    }
}
