package dev.tare.report;

import java.util.List;
import java.util.stream.IntStream;

import dev.tare.policy.Budgets.BudgetFinding;
import dev.tare.policy.FailOn;
import dev.tare.policy.Policy;
import dev.tare.policy.Waiver;
import dev.tare.policy.check.CheckFinding;
import dev.tare.policy.check.Verdict;
import org.jspecify.annotations.Nullable;

/** Applies a policy to images, and reports the result. */
final class PolicyReporter {

    private final Policy policy;

    private final int firstGated;

    private final List<List<CheckFinding>> findings;

    /**
     * @param findings   on each image, without waivers
     * @param firstGated index of the first image that the gate applies to
     */
    PolicyReporter(Policy policy, List<List<CheckFinding>> findings, int firstGated) {
        this.policy = policy;
        this.firstGated = firstGated;
        this.findings = findings.stream().map(policy::waive).toList();
    }

    List<CheckFinding> findings(int image) {
        return this.findings.get(image);
    }

    PolicyReport report(List<BudgetFinding> budgets) {
        return new PolicyReport(budgets.stream().map(PolicyReporter::budget).toList(), gate(),
                this.policy.waivers().stream().map(this::waiver).toList());
    }

    private static PolicyReport.Budget budget(BudgetFinding finding) {
        return new PolicyReport.Budget(finding.budget(), finding.image(), finding.limit(), finding.limitBytes(),
                finding.actualBytes(), finding.verdict(), finding.evidence());
    }

    private PolicyReport.@Nullable Gate gate() {
        FailOn failOn = this.policy.failOn();
        if (failOn == null) {
            return null;
        }
        List<PolicyReport.Stop> stops = IntStream.range(this.firstGated, this.findings.size())
                .boxed()
                .flatMap(image -> this.policy.stoppedBy(findings(image))
                        .stream()
                        .map(finding -> new PolicyReport.Stop(image, finding.check().id(), finding.verdict())))
                .toList();
        return new PolicyReport.Gate(failOn, stops.isEmpty() ? Verdict.PASS : Verdict.FAIL, stops);
    }

    private PolicyReport.Waiver waiver(Waiver waiver) {
        return new PolicyReport.Waiver(waiver.check(), waiver.reason(),
                IntStream.range(0, this.findings.size())
                        .filter(image -> findings(image).stream()
                                .anyMatch(finding -> finding.waivedBecause() != null
                                        && finding.check().id().equals(waiver.check())))
                        .boxed()
                        .toList());
    }
}
