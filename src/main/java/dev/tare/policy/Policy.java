package dev.tare.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.tare.image.InvalidValueException;
import dev.tare.policy.check.CheckFinding;
import org.jspecify.annotations.Nullable;

/**
 * Requirements on images: budgets, required checks, forbidden contents, and checks with waivers. Options, settings of the
 * service and {@code tare.yml} are all read into this.
 *
 * @param waivers at most one for each check
 * @param expired waivers that no longer apply
 * @param failOn  the mildest verdict of a check that fails an image, or {@code null} if checks do not affect the
 *                verdict
 */
public record Policy(Budgets budgets, Requirements requirements, List<Waiver> waivers, List<Waiver> expired,
        @Nullable FailOn failOn) {

    /** No requirements. */
    public static final Policy NONE = new Policy(Budgets.NONE, List.of(), null);

    /** A policy without other requirements. */
    public Policy(Budgets budgets, List<Waiver> waivers, @Nullable FailOn failOn) {
        this(budgets, Requirements.NONE, waivers, List.of(), failOn);
    }

    public Policy {
        waivers = List.copyOf(waivers);
        expired = List.copyOf(expired);
        Set<String> waived = new HashSet<>();
        for (Waiver waiver : waivers) {
            if (!waived.add(waiver.check())) {
                throw new InvalidValueException("waiver", waiver.check() + "=" + waiver.reason(),
                        "at most one waiver for each check, not two waivers of " + waiver.check());
            }
        }
    }

    /** A policy with budgets only. */
    public static Policy of(Budgets budgets) {
        return new Policy(budgets, List.of(), null);
    }

    /**
     * Whether the policy requires anything of an image. Waivers require nothing.
     *
     * @param baseline whether the image has a baseline; without one, limits of growth and of new items do not apply
     */
    public boolean requiresSomething(boolean baseline) {
        return this.failOn != null || !this.requirements.equals(Requirements.NONE)
                || this.budgets.list().stream().anyMatch(budget -> baseline || !budget.isRelative());
    }

    /** Returns the same policy with another baseline. */
    public Policy over(Baseline baseline) {
        return new Policy(this.budgets.over(baseline), this.requirements, this.waivers, this.expired, this.failOn);
    }

    /** Returns the same policy with further waivers. */
    public Policy with(List<Waiver> more) {
        List<Waiver> all = new ArrayList<>(this.waivers);
        all.addAll(more);
        return new Policy(this.budgets, this.requirements, all, this.expired, this.failOn);
    }

    /** Applies the waivers to the findings on an image. A waived finding keeps its verdict and gets the reason. */
    public List<CheckFinding> waive(List<CheckFinding> findings) {
        return findings.stream().map(this::waived).toList();
    }

    /** The findings that fail an image. Empty if checks do not affect the verdict. */
    public List<CheckFinding> stoppedBy(List<CheckFinding> findings) {
        FailOn from = this.failOn;
        return from == null ? List.of() : findings.stream().filter(from::stops).toList();
    }

    /** The findings of required checks. */
    public List<CheckFinding> required(List<CheckFinding> findings) {
        return findings.stream().filter(this.requirements::require).toList();
    }

    private CheckFinding waived(CheckFinding finding) {
        return this.waivers.stream()
                .filter(waiver -> waiver.check().equals(finding.check().id()))
                .filter(_ -> finding.isOpen())
                .findFirst()
                .map(waiver -> finding.waived(waiver.reason()))
                .orElse(finding);
    }
}
