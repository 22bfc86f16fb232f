package dev.tare.report;

import java.util.List;

import dev.tare.inspection.Inspection;
import dev.tare.policy.Budgets;
import dev.tare.policy.Verdict;

/**
 * What an inspection of one image comes to. Its JSON form is as stable as that of {@link ComparisonReport}.
 *
 * @param formatVersion of this document's shape
 * @param verdict       FAIL if a budget is exceeded, otherwise PASS; practices do not decide it
 * @param budgets       empty if none was given
 */
public record InspectionReport(int formatVersion, Verdict verdict, ImageReport image, List<BudgetReport> budgets) {

    public InspectionReport {
        budgets = List.copyOf(budgets);
    }

    /** Reports one image that has no budget to keep. */
    public static InspectionReport of(Inspection inspection) {
        return of(inspection, Budgets.NONE);
    }

    /** Reports one image and how it keeps the budget; growth is not asked of it. */
    public static InspectionReport of(Inspection inspection, Budgets budgets) {
        List<BudgetReport> findings = budgets.judge(inspection).stream().map(BudgetReport::from).toList();
        return new InspectionReport(ComparisonReport.FORMAT_VERSION, BudgetReport.verdictOf(findings),
                new ImageReporter(0, inspection).report(), findings);
    }

    /** The same as the one image of a comparison that has no other, for writers that take any number of them. */
    ComparisonReport alone() {
        return new ComparisonReport(this.formatVersion, this.verdict, List.of(this.image), List.of(), List.of(),
                List.of(), this.budgets);
    }
}
