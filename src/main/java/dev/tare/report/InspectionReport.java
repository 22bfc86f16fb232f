package dev.tare.report;

import java.util.List;

import dev.tare.inspection.Inspection;
import dev.tare.policy.Policy;
import dev.tare.policy.check.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What an inspection of one image comes to. Its JSON form is as stable as that of {@link ComparisonReport}.
 *
 * @param formatVersion of this document's shape
 * @param verdict       FAIL if a budget is exceeded or the practice gate fails, otherwise PASS
 * @param budgets       empty if none was given
 * @param practiceGate  {@code null} if practices decide nothing, as nobody asked for it
 * @param waivers       as they were given
 */
public record InspectionReport(int formatVersion, Verdict verdict, ImageReport image, List<BudgetReport> budgets,
        @Nullable PracticeGateReport practiceGate, List<WaiverReport> waivers) {

    public InspectionReport {
        budgets = List.copyOf(budgets);
        waivers = List.copyOf(waivers);
    }

    /** Reports one image of which nothing is asked. */
    public static InspectionReport of(Inspection inspection) {
        return of(inspection, Policy.NONE);
    }

    /** Reports one image and how it keeps the policy; growth is not asked of it. */
    public static InspectionReport of(Inspection inspection, Policy policy) {
        List<BudgetReport> findings = policy.budgets().judge(inspection).stream().map(BudgetReport::from).toList();
        PolicyReporter practices = new PolicyReporter(policy, List.of(inspection), 0);
        PracticeGateReport gate = practices.gate();
        return new InspectionReport(ComparisonReport.FORMAT_VERSION, PolicyReporter.verdict(findings, gate),
                new ImageReporter(0, inspection, practices.findings(0)).report(), findings, gate,
                practices.waivers());
    }

    /** The same as the one image of a comparison that has no other, for writers that take any number of them. */
    ComparisonReport alone() {
        return new ComparisonReport(this.formatVersion, this.verdict, List.of(this.image), List.of(), List.of(),
                MatrixReport.NONE,
                List.of(), this.budgets, this.practiceGate, this.waivers);
    }
}
