package dev.tare.report;

import java.util.List;
import java.util.stream.IntStream;

import dev.tare.inspection.Inspection;
import dev.tare.policy.FailOn;
import dev.tare.policy.Policy;
import dev.tare.policy.Waiver;
import dev.tare.policy.check.PracticeFinding;
import dev.tare.policy.check.Verdict;
import dev.tare.secret.redaction.Redaction;
import org.jspecify.annotations.Nullable;

/** Writes down what a policy makes of some images. */
final class PolicyReporter {

    private final Policy policy;

    private final int firstAsked;

    private final List<List<PracticeFinding>> findings;

    /** @param firstAsked index of the first image that the gate is for */
    PolicyReporter(Policy policy, List<Inspection> images, int firstAsked) {
        this.policy = policy;
        this.firstAsked = firstAsked;
        this.findings = images.stream().map(policy::judge).toList();
    }

    List<PracticeFinding> findings(int image) {
        return this.findings.get(image);
    }

    List<WaiverReport> waivers() {
        return this.policy.waivers().stream().map(this::waiver).toList();
    }

    @Nullable
    PracticeGateReport gate() {
        FailOn failOn = this.policy.failOn();
        if (failOn == null) {
            return null;
        }
        List<PracticeGateReport.Stop> stops = IntStream.range(this.firstAsked, this.findings.size())
                .boxed()
                .flatMap(image -> this.policy.stoppedBy(findings(image))
                        .stream()
                        .map(finding -> new PracticeGateReport.Stop(image, finding.practice().id(),
                                finding.verdict())))
                .toList();
        return new PracticeGateReport(failOn, stops.isEmpty() ? Verdict.PASS : Verdict.FAIL, stops);
    }

    /** One thing that fails fails the whole. */
    static Verdict verdict(List<BudgetReport> budgets, @Nullable PracticeGateReport gate) {
        return gate != null && gate.verdict() == Verdict.FAIL ? Verdict.FAIL : BudgetReport.verdictOf(budgets);
    }

    private WaiverReport waiver(Waiver waiver) {
        return new WaiverReport(waiver.practice(), Redaction.text(waiver.reason()),
                IntStream.range(0, this.findings.size())
                        .filter(image -> findings(image).stream()
                                .anyMatch(finding -> finding.waivedBecause() != null
                                        && finding.practice().id().equals(waiver.practice())))
                        .boxed()
                        .toList());
    }
}
