package dev.tare.report.gate;

import dev.tare.report.PolicyReport;

/** Describes rules that are no checks. */
final class RuleTexts {

    private RuleTexts() {}

    static String title(PolicyReport.Rule rule) {
        return switch (rule.rule()) {
            case "forbidden-package" -> "Forbidden package";
            case "forbidden-path" -> "Forbidden path";
            case "forbidden-license" -> "Forbidden license";
            default -> "Budget " + rule.rule();
        };
    }

    static String help(PolicyReport.Rule rule) {
        return switch (rule.kind()) {
            case FORBIDDEN -> "The image must contain nothing that matches the patterns in the requirements.";
            case CHECK -> "The image must pass the check.";
            case BUDGET -> "The figure of the image must be within the limit in the requirements.";
        };
    }
}
