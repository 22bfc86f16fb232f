package dev.tare.report.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.tare.policy.check.Verdict;
import dev.tare.report.ComparisonReport;
import dev.tare.report.ImageReport;
import dev.tare.report.PolicyReport;
import dev.tare.report.document.Cell;
import dev.tare.report.document.Table;
import dev.tare.report.document.Value;
import dev.tare.wording.Words;
import org.jspecify.annotations.Nullable;

/** The parts that a summary of any number of images has. */
final class SummaryTables {

    private SummaryTables() {}

    /** Budgets, and the checks that the policy requires. Those that fail come first. */
    static SummaryPart policy(ComparisonReport report) {
        List<Ruling> rulings = new ArrayList<>();
        for (PolicyReport.Budget budget : report.policy().budgets()) {
            rulings.add(new Ruling(budget.verdict(), budget.budget() + " " + budget.limit(),
                    report.images().get(budget.image()), budget));
        }
        PolicyReport.Gate gate = report.policy().checkGate();
        if (gate != null) {
            gate.stoppedBy()
                    .forEach(stop -> rulings.add(
                            new Ruling(Verdict.FAIL, stop.check(), report.images().get(stop.image()), null)));
            if (gate.stoppedBy().isEmpty()) {
                rulings.add(new Ruling(Verdict.PASS, "--fail-on " + Words.of(gate.failOn()), null, null));
            }
        }
        rulings.sort(Comparator.comparing(ruling -> ruling.verdict != Verdict.FAIL));
        return SummaryPart.of(rulings, rows -> Table.of(title(report.policy()), rows)
                .column("", ruling -> Cell.tag(ruling.verdict.title()))
                .column("", ruling -> Cell.of(ruling.rule))
                .column("", ruling -> ruling.image == null ? Cell.absent() : Cell.of(Value.ImageName.of(ruling.image)))
                .column("", Ruling::size)
                .build());
    }

    private static String title(PolicyReport policy) {
        return policy.checkGate() == null ? "Budgets" : policy.budgets().isEmpty() ? "Required checks"
                : "Budgets, checks";
    }

    /** The verdict of a budget or of a required check. */
    private record Ruling(Verdict verdict, String rule, @Nullable ImageReport image,
            PolicyReport.@Nullable Budget budget) {

        private Cell size() {
            return this.budget == null ? Cell.absent()
                    : Cell.of(new Value.Size(this.budget.actualUncompressedBytes(), false), " of at most ",
                            new Value.Size(this.budget.limitUncompressedBytes(), false));
        }
    }
}
