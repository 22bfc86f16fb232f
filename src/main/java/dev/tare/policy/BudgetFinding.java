package dev.tare.policy;

import java.util.List;

import dev.tare.policy.check.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The finding of a budget on one image.
 *
 * @param budget   the kind of budget, such as {@code max-uncompressed} or {@code max-layers-growth}
 * @param line     the limited part of the breakdown, otherwise {@code null}
 * @param measure  the limited figure
 * @param image    index of the image in its comparison
 * @param limit    as configured, such as {@code 200MB} or {@code 5%}
 * @param most     the greatest allowed value; {@code null} if it is unknown
 * @param actual   the value of the image; {@code null} if it is unknown
 * @param baseline the value of the baseline; {@code null} if it is unknown or the limit does not depend on it
 * @param verdict  PASS, FAIL, or UNKNOWN if a value is unknown
 * @param evidence a sentence with the figures
 * @param causes   the largest parts of a value that exceeds its limit
 */
public record BudgetFinding(String budget, @Nullable String line, Measure measure, int image, String limit,
        @Nullable Long most, @Nullable Long actual, @Nullable Long baseline, Verdict verdict, String evidence,
        List<Cause> causes) {

    public BudgetFinding {
        causes = List.copyOf(causes);
    }
}
