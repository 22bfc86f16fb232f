package dev.tare.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.inspection.Inspection;
import dev.tare.policy.BudgetFinding;
import dev.tare.policy.Cause;
import dev.tare.policy.FailOn;
import dev.tare.policy.Forbidden;
import dev.tare.policy.Measure;
import dev.tare.policy.Policy;
import dev.tare.policy.Requirements;
import dev.tare.policy.Waiver;
import dev.tare.policy.check.CheckFinding;
import dev.tare.policy.check.Verdict;
import dev.tare.secret.redaction.Redaction;
import dev.tare.wording.Counts;
import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;

/** Applies a policy to images, and reports the result. */
final class PolicyReporter {

    /** The number of forbidden items in a sentence. */
    private static final int SHOWN = 3;

    /** In characters, in a sentence. */
    private static final int LONGEST_NAME = 200;

    private final Policy policy;

    private final List<Inspection> images;

    private final List<Integer> gated;

    private final List<List<CheckFinding>> findings;

    /**
     * @param images   in order
     * @param findings on each image, without waivers
     */
    PolicyReporter(Policy policy, List<Inspection> images, List<List<CheckFinding>> findings) {
        this.policy = policy;
        this.images = images;
        this.gated = policy.budgets().gated(images);
        this.findings = findings.stream().map(policy::waive).toList();
    }

    List<CheckFinding> findings(int image) {
        return this.findings.get(image);
    }

    PolicyReport report(List<BudgetFinding> budgets) {
        List<PolicyReport.Rule> rules = new ArrayList<>();
        budgets.forEach(finding -> rules.add(rule(finding)));
        for (int image : this.gated) {
            for (CheckFinding finding : this.policy.required(findings(image))) {
                rules.add(rule(image, finding));
            }
            Inspection inspection = this.images.get(image);
            for (Forbidden.Finding finding : this.policy.requirements().forbidden().judge(inspection)) {
                rules.add(rule(image, inspection, finding));
            }
        }
        return new PolicyReport(
                budgets.stream().flatMap(PolicyReporter::uncompressed).toList(),
                gate(), Stream.concat(this.policy.waivers().stream(), this.policy.expired().stream())
                        .map(this::waiver)
                        .toList(),
                rules);
    }

    private static Stream<PolicyReport.Budget> uncompressed(BudgetFinding finding) {
        Long most = finding.most();
        Long actual = finding.actual();
        return finding.measure() != Measure.TOTAL || most == null || actual == null ? Stream.of()
                : Stream.of(new PolicyReport.Budget(finding.budget(), finding.image(), finding.limit(), most, actual,
                        finding.verdict(), finding.evidence()));
    }

    private static PolicyReport.Rule rule(BudgetFinding finding) {
        return new PolicyReport.Rule(PolicyReport.Kind.BUDGET, finding.budget(), finding.line(), finding.image(),
                finding.verdict(), finding.limit(), finding.most(), finding.actual(), finding.baseline(),
                finding.measure().isBytes() ? PolicyReport.Unit.BYTES : PolicyReport.Unit.COUNT, finding.evidence(),
                finding.causes().stream().map(PolicyReport.Cause::from).toList());
    }

    /** A check that warns or has no answer is not passed. */
    private static PolicyReport.Rule rule(int image, CheckFinding finding) {
        return new PolicyReport.Rule(PolicyReport.Kind.CHECK, "required-check", finding.check().id(), image,
                Requirements.isKept(finding) ? Verdict.PASS : Verdict.FAIL, null, null, null, null, null,
                finding.check().title() + ": " + finding.verdict().title() + ". " + finding.evidence().getFirst(),
                List.of());
    }

    private static PolicyReport.Rule rule(int image, Inspection inspection, Forbidden.Finding finding) {
        String name = inspection.image().name();
        String evidence = switch (finding.verdict()) {
            case PASS -> name + " has nothing that matches.";
            case UNKNOWN -> String.valueOf(finding.doubt());
            default -> name + " has " + Counts.of(finding.total(), "match", "matches") + ": "
                    + finding.matches()
                            .stream()
                            .limit(SHOWN)
                            .map(match -> shortened(match.name())
                                    + (match.deleted() ? " in layer " + match.layer() + ", deleted later" : ""))
                            .collect(joining(", "))
                    + (finding.total() > SHOWN ? ", …" : "") + "."
                    + (finding.doubt() == null ? "" : " " + finding.doubt());
        };
        return new PolicyReport.Rule(PolicyReport.Kind.FORBIDDEN, finding.rule(), finding.pattern(), image,
                finding.verdict(), null, 0L, finding.total(), null, PolicyReport.Unit.COUNT,
                Redaction.sentence(evidence),
                finding.matches()
                        .stream()
                        .map(match -> new PolicyReport.Cause(
                                finding.rule().equals("forbidden-path") ? Cause.Kind.FILE : Cause.Kind.PACKAGE,
                                match.name() + (match.deleted() ? ", deleted later" : ""), match.path(),
                                match.layer(), null))
                        .toList());
    }

    private PolicyReport.@Nullable Gate gate() {
        FailOn failOn = this.policy.failOn();
        if (failOn == null) {
            return null;
        }
        List<PolicyReport.Stop> stops = this.gated.stream()
                .flatMap(image -> this.policy.stoppedBy(findings(image))
                        .stream()
                        .map(finding -> new PolicyReport.Stop(image, finding.check().id(), finding.verdict())))
                .toList();
        return new PolicyReport.Gate(failOn, this.gated, stops.isEmpty() ? Verdict.PASS : Verdict.FAIL, stops);
    }

    private PolicyReport.Waiver waiver(Waiver waiver) {
        return new PolicyReport.Waiver(waiver.check(), waiver.reason(),
                IntStream.range(0, this.findings.size())
                        .filter(image -> findings(image).stream()
                                .anyMatch(finding -> finding.waivedBecause() != null
                                        && finding.check().id().equals(waiver.check())))
                        .boxed()
                        .toList(),
                waiver.expires() == null ? null : waiver.expires().toString(),
                this.policy.expired().contains(waiver));
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    }
}
