package dev.tare.report.section;

import java.util.ArrayList;
import java.util.List;

import dev.tare.policy.Cause.Kind;
import dev.tare.policy.check.Verdict;
import dev.tare.report.PolicyReport;
import dev.tare.report.document.Block;
import dev.tare.report.document.Line;
import dev.tare.report.document.Section;
import dev.tare.report.document.Value;
import dev.tare.report.summary.RuleText;
import dev.tare.wording.Words;

/** The requirements that are not kept, each with its causes. A reader of a failed build sees them last. */
public final class FailedRules {

    private static final int RULES = 20;

    private static final int CAUSES = 9;

    /** A rule lists no more of its causes. */
    private static final int MOST_LISTED = 100;

    private FailedRules() {}

    /** Rules that fail or cannot be judged. Without any, the section has no blocks. */
    public static Section of(PolicyReport policy) {
        List<PolicyReport.Rule> rules = policy.rules()
                .stream()
                .filter(rule -> rule.verdict() == Verdict.FAIL || rule.verdict() == Verdict.UNKNOWN)
                .toList();
        List<Block> blocks = new ArrayList<>();
        for (PolicyReport.Rule rule : rules.subList(0, Math.min(RULES, rules.size()))) {
            blocks.add(new Block.Paragraph(Line.of(new Value.Prose(rule.title()), " ",
                    new Value.Tag(rule.verdict() == Verdict.FAIL ? "fails" : "is unknown"), ": ",
                    new Value.Prose(rule.evidence()))));
            if (!rule.causes().isEmpty()) {
                blocks.add(new Block.Bullets("", causes(rule)));
            }
        }
        if (rules.size() > RULES) {
            blocks.add(new Block.Paragraph(
                    Line.of("and ", Line.count(rules.size() - RULES, "further requirement", "further requirements"))));
        }
        return Section.of("failed", "Requirements that are not kept", blocks);
    }

    private static List<Line> causes(PolicyReport.Rule rule) {
        List<Line> lines = new ArrayList<>();
        for (PolicyReport.Cause cause : rule.causes().subList(0, Math.min(CAUSES, rule.causes().size()))) {
            Long amount = cause.amount();
            lines.add(Line.of(Words.of(cause.kind()),
                    cause.layer() == null || cause.kind() != Kind.LAYER ? "" : " " + cause.layer(), " ",
                    RuleText.name(cause), amount == null ? null : ", ",
                    amount == null ? null
                            : rule.unit() == PolicyReport.Unit.BYTES ? new Value.Size(amount, false)
                            : new Value.Count(amount),
                    cause.layer() == null || cause.kind() == Kind.LAYER ? "" : ", layer " + cause.layer()));
        }
        if (rule.causes().size() > CAUSES) {
            Long all = rule.kind() == PolicyReport.Kind.FORBIDDEN ? rule.actualValue() : null;
            lines.add(Line.of(
                    all == null && rule.causes().size() == MOST_LISTED ? "and at least " : "and ",
                    new Value.Count((all == null ? rule.causes().size() : all) - CAUSES), " more"));
        }
        return lines;
    }
}
