package dev.tare.web.request;

import java.util.List;

import dev.tare.error.MaskedError;
import dev.tare.image.InvalidValueException;
import dev.tare.limits.ByteSize;
import dev.tare.policy.Budgets;
import dev.tare.policy.FailOn;
import dev.tare.policy.Percentage;
import dev.tare.policy.Policy;
import dev.tare.policy.Waiver;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request that form a policy.
 *
 * @param maxUncompressed such as {@code 200MB}, or {@code null} for any
 * @param maxGrowth       such as {@code 5%}, or {@code null} for any
 * @param failOn          {@code fail} or {@code warn}, or {@code null} for neither
 * @param waive           {@code ID=REASON} each, or {@code null} for none
 */
public record PolicyParameters(@Nullable String maxUncompressed, @Nullable String maxGrowth, @Nullable String failOn,
        @Nullable List<String> waive) {

    /** @throws InvalidParameterException if a parameter has no valid value */
    public Policy toPolicy() {
        try {
            return new Policy(new Budgets(this.maxUncompressed == null ? null : ByteSize.parse(this.maxUncompressed),
                    this.maxGrowth == null ? null : Percentage.parse(this.maxGrowth)),
                    this.waive == null ? List.of() : this.waive.stream().map(Waiver::parse).toList(),
                    this.failOn == null ? null : FailOn.parse(this.failOn));
        } catch (InvalidValueException ex) {
            throw new InvalidParameterException(MaskedError.message(ex));
        }
    }
}
