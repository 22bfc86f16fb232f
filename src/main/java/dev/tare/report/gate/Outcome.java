package dev.tare.report.gate;

import java.util.ArrayList;
import java.util.List;

import dev.tare.policy.check.Verdict;
import dev.tare.report.CheckReport;
import dev.tare.report.ComparisonReport;
import dev.tare.report.ImageReport;
import dev.tare.report.PolicyReport;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one requirement or check on one image, as other tools list them.
 *
 * @param rule     stable identifier: of a check its own
 * @param subject  distinguishes outcomes of a rule on one image, such as a pattern; otherwise {@code null}
 * @param title    of the rule in a few words
 * @param help     a sentence or two about the rule
 * @param image    to which it applies
 * @param state    what the verdict means for the image
 * @param waivedBecause the reason of a waiver, otherwise {@code null}
 * @param message  one or more sentences
 * @param causes   parts or items that the verdict depends on
 */
record Outcome(String rule, @Nullable String subject, String title, String help, ImageReport image, Verdict verdict,
        State state, @Nullable String waivedBecause, String message, List<PolicyReport.Cause> causes) {

    /** What an outcome means for an image. */
    enum State {

        KEPT, FAILS,

        /** A requirement cannot be judged. */
        UNDECIDED,

        WAIVED
    }

    /** All outcomes that decide the verdict on a report, and the waived ones. */
    static List<Outcome> of(ComparisonReport report) {
        List<Outcome> outcomes = new ArrayList<>();
        for (PolicyReport.Rule rule : report.policy().rules()) {
            ImageReport image = report.images().get(rule.image());
            if (rule.kind() == PolicyReport.Kind.CHECK && rule.subject() != null) {
                check(image, rule.subject(), rule.verdict() == Verdict.FAIL, outcomes);
            } else {
                outcomes.add(
                        new Outcome(rule.rule(), rule.subject(), RuleTexts.title(rule), RuleTexts.help(rule), image,
                                rule.verdict(), switch (rule.verdict()) {
                                    case FAIL -> State.FAILS;
                                    case UNKNOWN -> State.UNDECIDED;
                                    default -> State.KEPT;
                                }, null, rule.evidence(), rule.causes()));
            }
        }
        PolicyReport.Gate gate = report.policy().checkGate();
        if (gate != null) {
            for (ImageReport image : gate.images().stream().map(report.images()::get).toList()) {
                for (CheckReport check : image.checks()) {
                    boolean listed = outcomes.stream()
                            .anyMatch(one -> one.rule.equals(check.id()) && one.image.index() == image.index());
                    boolean fails = gate.stoppedBy()
                            .stream()
                            .anyMatch(stop -> stop.image() == image.index() && stop.check().equals(check.id()));
                    if (!listed) {
                        outcomes.add(of(image, check, fails));
                    }
                }
            }
        }
        return outcomes;
    }

    private static void check(ImageReport image, String id, boolean fails, List<Outcome> outcomes) {
        image.checks()
                .stream()
                .filter(check -> check.id().equals(id))
                .forEach(check -> outcomes.add(of(image, check, fails)));
    }

    private static Outcome of(ImageReport image, CheckReport check, boolean fails) {
        String remedy = check.remedy() == null ? "" : " " + check.remedy();
        return new Outcome(check.id(), null, check.title(), check.requirement() + " " + check.why(), image,
                check.verdict(),
                fails ? State.FAILS : check.waivedBecause() != null ? State.WAIVED : State.KEPT, check.waivedBecause(),
                image.name() + ": " + String.join(" ", check.evidence()) + remedy, List.of());
    }
}
