package dev.tare.web.request;

import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.tare.error.MaskedError;
import dev.tare.image.InvalidValueException;
import dev.tare.limits.ByteSize;
import dev.tare.policy.Budgets;
import dev.tare.policy.FailOn;
import dev.tare.policy.Percentage;
import dev.tare.policy.Policy;
import dev.tare.policy.Waiver;
import dev.tare.wording.Counts;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

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

    /** In characters of the encoded address. All headers of a message together have at most 8 KiB. */
    private static final int MOST_WAIVERS = 4096;

    /** @throws InvalidParameterException if a parameter has no valid value */
    public Policy toPolicy() {
        try {
            Policy policy = new Policy(
                    Budgets.of(this.maxUncompressed == null ? null : ByteSize.parse(this.maxUncompressed),
                            this.maxGrowth == null ? null : Percentage.parse(this.maxGrowth)),
                    this.waive == null ? List.of() : this.waive.stream().map(Waiver::parse).toList(),
                    this.failOn == null ? null : FailOn.parse(this.failOn));
            checkLength(policy.waivers());
            return policy;
        } catch (InvalidValueException ex) {
            throw new InvalidParameterException(MaskedError.message(ex));
        }
    }

    /** @throws InvalidParameterException if a budget compares with another image, but there is only one */
    public static void checkImages(Policy policy, int images) {
        if (images == 1 && policy.budgets().areRelative()) {
            throw new InvalidParameterException(
                    "The parameter \"maxGrowth\" compares with the first image, so it needs two"
                            + " or more images. Leave it out, or send another image.");
        }
    }

    /**
     * Bounds the waivers of one request. The address of its comparison contains them, and must fit into the headers of
     * the response and of the next request.
     *
     * @throws InvalidValueException if the waivers are too long together
     */
    public static void checkLength(List<Waiver> waivers) {
        long length = waivers.stream()
                .map(waiver -> "&waive=" + UriUtils.encode(waiver.check() + "=" + waiver.reason(),
                        StandardCharsets.UTF_8))
                .mapToLong(String::length)
                .sum();
        if (length > MOST_WAIVERS) {
            throw new InvalidValueException("waivers", Counts.of(length) + " characters", "at most "
                    + Counts.of(MOST_WAIVERS) + " characters in an address, all together. Give shorter reasons");
        }
    }
}
