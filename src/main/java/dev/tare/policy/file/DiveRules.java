package dev.tare.policy.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import dev.tare.image.InvalidValueException;
import dev.tare.limits.ByteSize;
import dev.tare.policy.Budget;
import dev.tare.policy.Limit;
import dev.tare.policy.Measure;

/**
 * The rules of dive's file {@code .dive-ci} as budgets. A rule that the file leaves out has dive's default.
 *
 * @see <a href="https://github.com/wagoodman/dive#ci-integration">dive's CI integration</a>
 */
final class DiveRules {

    /** The rules by their names, also by those of dive's general configuration. */
    static final Map<String, Measure> NAMES = Map.of("lowestEfficiency", Measure.REPEATED, "highestWastedBytes",
            Measure.DIVE_WASTED, "highestUserWastedPercent", Measure.DIVE_USER_WASTED, "lowest-efficiency-threshold",
            Measure.REPEATED, "highest-wasted-bytes", Measure.DIVE_WASTED, "highest-user-wasted-percent",
            Measure.DIVE_USER_WASTED);

    private static final Set<String> DISABLED = Set.of("disabled", "off", "false");

    private static final Pattern SHORT_UNIT = Pattern.compile("(?i)[kmgt]i?$");

    private static final Pattern RATIO = Pattern.compile("\\d{0,3}(\\.\\d{1,18})?");

    private final Map<Measure, String> texts =
            new HashMap<>(Map.of(Measure.REPEATED, "0.9", Measure.DIVE_USER_WASTED, "0.1"));

    /** @throws InvalidValueException if the rule has no such value */
    void set(Measure rule, String text) {
        if (DISABLED.contains(text.strip().toLowerCase(Locale.ROOT))) {
            this.texts.remove(rule);
        } else {
            limit(rule, text.strip());
            this.texts.put(rule, text.strip());
        }
    }

    List<Budget> budgets() {
        List<Budget> budgets = new ArrayList<>();
        for (Measure rule : List.of(Measure.REPEATED, Measure.DIVE_WASTED, Measure.DIVE_USER_WASTED)) {
            String text = this.texts.get(rule);
            if (text != null) {
                budgets.add(new Budget(rule, limit(rule, text)));
            }
        }
        return budgets;
    }

    private static Limit limit(Measure rule, String text) {
        if (rule == Measure.DIVE_WASTED) {
            // dive also takes units without their last letter.
            String size = SHORT_UNIT.matcher(text).find() ? text + "B" : text;
            return new Limit.Most(text, ByteSize.parse(size.replace(",", "")).bytes());
        }
        BigDecimal ratio = RATIO.matcher(text).matches() && !text.isEmpty() ? new BigDecimal(text) : BigDecimal.TWO;
        if (ratio.compareTo(BigDecimal.ONE) > 0) {
            throw new InvalidValueException("ratio", text, "a number from 0 to 1, or disabled");
        }
        return new Limit.Share(text, rule == Measure.REPEATED ? BigDecimal.ONE.subtract(ratio) : ratio);
    }
}
