package dev.tare.policy;

import java.util.List;

import dev.tare.image.InvalidValueException;
import dev.tare.policy.check.CheckFinding;
import dev.tare.policy.check.Checks;
import dev.tare.policy.check.Verdict;

/**
 * Checks that images must pass, and what they must not contain. Like other checks, they do not concern the baseline of a
 * comparison.
 *
 * @param checks identifiers of checks
 */
public record Requirements(List<String> checks, Forbidden forbidden) {

    /** None. */
    public static final Requirements NONE = new Requirements(List.of(), Forbidden.NOTHING);

    /** @throws InvalidValueException if there is no such check */
    public Requirements {
        checks = List.copyOf(checks);
        checks.forEach(check -> {
            if (!Checks.ids().contains(check)) {
                throw new InvalidValueException("check", check, "one of " + String.join(", ", Checks.ids()));
            }
        });
    }

    /** Whether a finding is that of a required check. */
    boolean require(CheckFinding finding) {
        return this.checks.contains(finding.check().id());
    }

    /** Whether a finding fulfils the requirement: the check passes, does not apply, or is waived. */
    public static boolean isKept(CheckFinding finding) {
        return finding.waivedBecause() != null || finding.verdict() == Verdict.PASS
                || finding.verdict() == Verdict.NOT_APPLICABLE;
    }
}
