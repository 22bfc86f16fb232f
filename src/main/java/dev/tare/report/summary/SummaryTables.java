package dev.tare.report.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import dev.tare.policy.check.Verdict;
import dev.tare.report.CheckReport;
import dev.tare.report.ComparisonReport;
import dev.tare.report.ImageReport;
import dev.tare.report.Listing;
import dev.tare.report.PolicyReport;
import dev.tare.report.VulnerabilitiesReport;
import dev.tare.report.document.Cell;
import dev.tare.report.document.Line;
import dev.tare.report.document.Table;
import dev.tare.report.document.Value;
import dev.tare.vulnerability.Severity;
import dev.tare.wording.Words;
import org.jspecify.annotations.Nullable;

/** The parts that a summary of any number of images has. */
final class SummaryTables {

    private static final List<Verdict> ORDER = List.of(Verdict.FAIL, Verdict.UNKNOWN, Verdict.WARN, Verdict.PASS);

    /** The number of rows that are never cut, because they explain the exit status. */
    private static final int WHOLE = 10;

    /** The number of remarks about reports of scanners. */
    private static final int REMARKS = 2;

    private static final List<Severities> SEVERITIES = List.of(new Severities("Critical", List.of(Severity.CRITICAL)),
            new Severities("High", List.of(Severity.HIGH)), new Severities("Medium, low and others",
                    List.of(Severity.MEDIUM, Severity.LOW, Severity.NEGLIGIBLE, Severity.UNKNOWN)));

    private SummaryTables() {}

    /** Budgets, and the checks that the policy requires. Those that fail come first. */
    static SummaryPart policy(ComparisonReport report) {
        List<Ruling> rulings = new ArrayList<>();
        for (PolicyReport.Rule rule : report.policy().rules()) {
            rulings.add(new Ruling(rule.verdict(), rule.title(), report.images().get(rule.image()), rule));
        }
        PolicyReport.Gate gate = report.policy().checkGate();
        if (gate != null) {
            gate.stoppedBy().forEach(stop -> rulings.add(ruling(stop, report.images().get(stop.image()))));
            if (gate.stoppedBy().isEmpty()) {
                rulings.add(new Ruling(Verdict.PASS, "all checks", null, null));
            }
        }
        rulings.sort(Comparator.comparingInt(ruling -> ORDER.indexOf(ruling.verdict)));
        Function<Listing<Ruling>, Table> table = rows -> Table.of(title(report.policy()), rows)
                .column("", ruling -> Cell.tag(ruling.verdict.title()))
                .column("", ruling -> Cell.of(ruling.rule))
                .column("", ruling -> ruling.image == null ? Cell.absent() : Cell.of(Value.ImageName.of(ruling.image)))
                .column("", Ruling::value)
                .build();
        return rulings.isEmpty() || rulings.size() > WHOLE ? SummaryPart.of(rulings, table)
                : SummaryPart.whole(table.apply(new Listing<>(rulings.size(), 0, rulings)));
    }

    /**
     * The vulnerabilities that scanners report, and of two images those that are gone or new. The summary has little room, so
     * the lower severities share a row.
     */
    static SummaryPart vulnerabilities(ComparisonReport report, int most) {
        VulnerabilitiesReport scanned = report.vulnerabilities();
        if (scanned == null) {
            return SummaryPart.of(List.of(), rows -> Table.of("", rows).build());
        }
        Table.Builder<Severities> table = Table.of("Vulnerabilities in the reports of scanners", SEVERITIES)
                .column("", severities -> Cell.of(severities.title));
        scanned.images()
                .stream()
                .limit(most)
                .forEach(image -> count(table, report.images().size() == 1 ? "" : "#" + (image.image() + 1),
                        image.counts()));
        if (scanned.differences().size() == 1) {
            VulnerabilitiesReport.Side gone = scanned.differences().getFirst().gone();
            VulnerabilitiesReport.Side added = scanned.differences().getFirst().added();
            if (gone != null && added != null) {
                count(table, "gone", gone.counts());
                count(table, "new", added.counts());
            }
        }
        return SummaryPart.whole(table.build());
    }

    private static void count(Table.Builder<Severities> table, String title,
            VulnerabilitiesReport.@Nullable Counts counts) {
        table.number(title, severities -> counts == null ? Cell.of("unknown")
                : Cell.count(severities.list.stream().mapToLong(counts::of).sum()));
    }

    /** What a reader of the vulnerabilities must know. */
    static List<Line> aboutVulnerabilities(ComparisonReport report) {
        VulnerabilitiesReport scanned = report.vulnerabilities();
        if (scanned == null) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        scanned.differences()
                .stream()
                .limit(1)
                .flatMap(difference -> difference.sentences().stream().limit(1))
                .forEach(sentence -> lines.add(Line.of(new Value.Prose(sentence))));
        List<String> remarks = scanned.remarks();
        remarks.stream().limit(REMARKS).forEach(remark -> lines.add(Line.of(new Value.Prose(remark))));
        if (remarks.size() > REMARKS) {
            lines.add(Line.of(Line.count(remarks.size() - REMARKS, "more remark", "more remarks"),
                    " about the reports of scanners"));
        }
        scanned.images()
                .stream()
                .filter(image -> image.unknownBecause() != null)
                .limit(1)
                .forEach(image -> lines.add(Line.of(new Value.Prose(String.valueOf(image.unknownBecause())))));
        lines.add(Line.of("Tare has no vulnerability database: these are findings of the scanners"));
        return lines;
    }

    private static Ruling ruling(PolicyReport.Stop stop, ImageReport image) {
        String title = image.checks()
                .stream()
                .filter(check -> check.id().equals(stop.check()))
                .map(CheckReport::title)
                .findFirst()
                .orElse(stop.check());
        return new Ruling(stop.verdict(), title, image, null);
    }

    private static String title(PolicyReport policy) {
        String rules = RuleText.isBudget(policy.rules()) ? "Budgets" : "Requirements";
        if (policy.checkGate() == null) {
            return rules;
        }
        String failOn = "--fail-on " + Words.of(policy.checkGate().failOn());
        return policy.rules().isEmpty() ? failOn : rules + " and " + failOn;
    }

    /** A row of the table of vulnerabilities. */
    private record Severities(String title, List<Severity> list) {}

    /** The verdict of a rule or of a check. */
    private record Ruling(Verdict verdict, String rule, @Nullable ImageReport image,
            PolicyReport.@Nullable Rule budget) {

        private Cell value() {
            if (this.budget == null || this.budget.actualValue() == null || this.budget.limitValue() == null) {
                return Cell.absent();
            }
            return this.budget.unit() == PolicyReport.Unit.BYTES
                    ? Cell.of(new Value.Size(this.budget.actualValue(), false), " of at most ",
                            new Value.Size(this.budget.limitValue(), false))
                    : Cell.of(new Value.Count(this.budget.actualValue()), " of at most ",
                            new Value.Count(this.budget.limitValue()));
        }
    }
}
