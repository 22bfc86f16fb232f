package dev.tare.report.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.tare.policy.check.Verdict;
import dev.tare.report.ComparisonReport;
import dev.tare.report.PolicyReport;
import dev.tare.report.document.Block;
import dev.tare.report.document.Cell;
import dev.tare.report.document.Line;
import dev.tare.report.document.Section;
import dev.tare.report.document.Table;
import dev.tare.report.document.Value;
import dev.tare.report.summary.RuleText;
import dev.tare.wording.Words;

/** Budgets, the gate of checks and the waivers, if there are any. */
final class PolicySection {

    private static final List<Verdict> ORDER = List.of(Verdict.FAIL, Verdict.UNKNOWN, Verdict.PASS);

    /** The number of rules that each format shows. */
    private static final int SHOWN = 30;

    private PolicySection() {}

    static Section of(ComparisonReport report) {
        List<Block> blocks = new ArrayList<>(rules(report));
        if (!report.policy().waivers().isEmpty()) {
            blocks.add(waivers(report, report.policy().waivers()));
        }
        return Section.of("policy", "Policy", blocks);
    }

    /** Budgets and the gate of checks. */
    static List<Block> rules(ComparisonReport report) {
        List<Block> blocks = new ArrayList<>();
        PolicyReport policy = report.policy();
        if (!policy.rules().isEmpty()) {
            blocks.add(rules(report, failedFirst(policy.rules())));
        }
        List<Part> parts = policy.rules()
                .stream()
                .filter(rule -> rule.verdict() == Verdict.FAIL)
                .flatMap(rule -> rule.causes().stream().map(cause -> new Part(rule, cause)))
                .toList();
        if (!parts.isEmpty()) {
            blocks.add(causes(report, parts));
        }
        PolicyReport.Gate gate = policy.checkGate();
        if (gate != null) {
            blocks.add(new Block.Paragraph(Line.of("Checks, fail on " + Words.of(gate.failOn()) + ": ",
                    new Value.Tag(gate.verdict().title()))));
            if (!gate.stoppedBy().isEmpty()) {
                blocks.add(stops(report, gate.stoppedBy()));
            }
        }
        return blocks;
    }

    /** A short text cuts the end of the list. */
    private static List<PolicyReport.Rule> failedFirst(List<PolicyReport.Rule> rules) {
        return rules.stream().sorted(Comparator.comparingInt(rule -> ORDER.indexOf(rule.verdict()))).toList();
    }

    private static Table rules(ComparisonReport report, List<PolicyReport.Rule> rules) {
        return Table.of(RuleText.isBudget(rules) ? "Budgets" : "Requirements", rules)
                .column("Verdict", rule -> Cell.tag(rule.verdict().title()))
                .column(RuleText.isBudget(rules) ? "Budget" : "Requirement",
                        rule -> Cell.of(rule.limit() == null ? rule.rule() : rule.name()))
                .column("Limit", rule -> Cell.code(rule.limit() == null ? rule.subject() : rule.limit()))
                .column("Image", rule -> Cell.of(name(report, rule.image())))
                .number("Actual", RuleText::actual)
                .secondary("Evidence", false, rule -> Cell.prose(rule.evidence()))
                .least(SHOWN)
                .build();
    }

    private static Table causes(ComparisonReport report, List<Part> parts) {
        return Table.of("What exceeds the limits", parts)
                .column("Requirement", part -> Cell.of(part.rule.name()))
                .column("Image", part -> Cell.of(name(report, part.rule.image())))
                .column("Kind", part -> Cell.of(Words.of(part.cause.kind())))
                .number("Layer", part -> part.cause.layer() == null ? Cell.absent() : Cell.count(part.cause.layer()))
                .number("Amount", part -> RuleText.amount(part.rule, part.cause))
                .column("Name", part -> Cell.of(RuleText.name(part.cause)))
                .build();
    }

    private static Table stops(ComparisonReport report, List<PolicyReport.Stop> stops) {
        return Table.of("Checks that fail", stops)
                .column("Verdict", stop -> Cell.tag(stop.verdict().title()))
                .column("Check", stop -> Cell.code(stop.check()))
                .column("Image", stop -> Cell.of(name(report, stop.image())))
                .least(Integer.MAX_VALUE)
                .build();
    }

    private static Table waivers(ComparisonReport report, List<PolicyReport.Waiver> waivers) {
        boolean ends = waivers.stream().anyMatch(waiver -> waiver.expires() != null);
        Table.Builder<PolicyReport.Waiver> table = Table.of("Waivers", waivers)
                .column("Check", waiver -> Cell.code(waiver.check()))
                .column("Covers", waiver -> waiver.expired() ? Cell.of("nothing any more")
                        : waiver.waivesNothing() ? Cell.of("no image, so it can be removed")
                        : Cell.of(waiver.images().stream().map(image -> Line.of(name(report, image))).toList()))
                .column("Reason", waiver -> Cell.prose(waiver.reason()));
        if (ends) {
            table.column("Until", waiver -> waiver.expires() == null ? Cell.absent()
                    : Cell.of(waiver.expires() + (waiver.expired() ? ", expired" : "")));
        }
        return table.least(Integer.MAX_VALUE).build();
    }

    private static Value.ImageName name(ComparisonReport report, int image) {
        return Value.ImageName.of(report.images().get(image));
    }

    private record Part(PolicyReport.Rule rule, PolicyReport.Cause cause) {}
}
