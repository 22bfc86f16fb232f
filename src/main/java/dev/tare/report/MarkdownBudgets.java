package dev.tare.report;

import java.util.List;

/** The budgets, if any were given. */
final class MarkdownBudgets {

    private MarkdownBudgets() {}

    static void write(ComparisonReport report, List<String> lines) {
        if (report.budgets().isEmpty()) {
            return;
        }
        lines.addAll(List.of("", "## Budgets", ""));
        for (BudgetReport budget : report.budgets()) {
            lines.add("- **%s** %s %s: %s".formatted(Figures.verdict(budget.verdict()), budget.budget(),
                    MarkdownText.prose(budget.limit()), MarkdownText.prose(budget.evidence())));
        }
    }
}
