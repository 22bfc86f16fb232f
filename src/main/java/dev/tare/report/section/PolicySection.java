package dev.tare.report.section;

import java.util.ArrayList;
import java.util.List;

import dev.tare.report.ComparisonReport;
import dev.tare.report.PolicyReport;
import dev.tare.report.document.Block;
import dev.tare.report.document.Cell;
import dev.tare.report.document.Line;
import dev.tare.report.document.Section;
import dev.tare.report.document.Table;
import dev.tare.report.document.Value;
import dev.tare.wording.Words;

/** Budgets, the gate of checks and the waivers, if there are any. */
final class PolicySection {

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
        if (!policy.budgets().isEmpty()) {
            blocks.add(budgets(report, policy.budgets()));
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

    private static Table budgets(ComparisonReport report, List<PolicyReport.Budget> budgets) {
        return Table.of("Budgets", budgets)
                .column("Verdict", budget -> Cell.tag(budget.verdict().title()))
                .column("Budget", budget -> Cell.of(budget.budget()))
                .column("Limit", budget -> Cell.code(budget.limit()))
                .column("Image", budget -> Cell.of(name(report, budget.image())))
                .number("Uncompressed", budget -> Cell.exactSize(budget.actualUncompressedBytes()))
                .secondary("Evidence", false, budget -> Cell.prose(budget.evidence()))
                .least(Integer.MAX_VALUE)
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
        return Table.of("Waivers", waivers)
                .column("Check", waiver -> Cell.code(waiver.check()))
                .column("Covers", waiver -> waiver.waivesNothing() ? Cell.of("no image, so it can be removed")
                        : Cell.of(waiver.images().stream().map(image -> Line.of(name(report, image))).toList()))
                .column("Reason", waiver -> Cell.prose(waiver.reason()))
                .least(Integer.MAX_VALUE)
                .build();
    }

    private static Value.ImageName name(ComparisonReport report, int image) {
        return Value.ImageName.of(report.images().get(image));
    }
}
