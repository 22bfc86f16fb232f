package dev.tare.report.summary;

import java.util.List;

import dev.tare.policy.Cause.Kind;
import dev.tare.report.PolicyReport;
import dev.tare.report.document.Cell;
import dev.tare.report.document.Line;
import dev.tare.report.document.Value;

/** The words about rules of a policy that several parts of a report show. */
public final class RuleText {

    private RuleText() {}

    /** The beginning of a line about a rule that fails. */
    public static Line failure(PolicyReport.Rule rule) {
        String subject = rule.subject() == null ? "" : rule.subject();
        return switch (rule.kind()) {
            case BUDGET -> Line.of("Budget exceeded: ");
            case CHECK -> Line.of("Required check failed: ");
            case FORBIDDEN -> Line.of("Forbidden by ", new Value.Code(subject), ": ");
        };
    }

    /** Whether all rules are budgets. */
    public static boolean isBudget(List<PolicyReport.Rule> rules) {
        return rules.stream().allMatch(rule -> rule.kind() == PolicyReport.Kind.BUDGET);
    }

    /** The value of the image. */
    public static Cell actual(PolicyReport.Rule rule) {
        Long actual = rule.actualValue();
        return actual == null ? Cell.absent()
                : rule.unit() == PolicyReport.Unit.BYTES ? Cell.exactSize(actual)
                : Cell.count(actual);
    }

    /** The amount of a cause. */
    public static Cell amount(PolicyReport.Rule rule, PolicyReport.Cause cause) {
        Long amount = cause.amount();
        return amount == null ? Cell.absent()
                : rule.unit() == PolicyReport.Unit.BYTES ? Cell.size(amount)
                : Cell.count(amount);
    }

    /** The name of a cause. */
    public static Line name(PolicyReport.Cause cause) {
        return Line.of(switch (cause.kind()) {
            case BREAKDOWN -> new Value.Prose(cause.name());
            case LAYER -> new Value.Step(cause.name());
            case FILE, PACKAGE -> new Value.Code(cause.name());
        }, cause.kind() == Kind.PACKAGE && cause.path() != null ? Line.of(" in ", new Value.Code("/" + cause.path()))
                : null);
    }
}
