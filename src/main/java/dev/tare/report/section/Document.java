package dev.tare.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.tare.policy.check.Verdict;
import dev.tare.report.ComparisonReport;
import dev.tare.report.ImageSizes;
import dev.tare.report.InspectionReport;
import dev.tare.report.PolicyReport;
import dev.tare.report.document.Headline;
import dev.tare.report.document.Line;
import dev.tare.report.document.PlatformWords;
import dev.tare.report.document.Section;
import dev.tare.report.document.Value;
import dev.tare.report.summary.RuleText;

/**
 * A report for people, independent of the format.
 *
 * @param images    in the order of the report
 * @param headlines the result in plain words: each exceeded budget, one for each image but the first, and a remark on
 *                  different platforms
 */
public record Document(String title, List<Value.ImageName> images, List<Line> headlines, List<Section> sections) {

    /** The number of requirements in the headlines. */
    private static final int REASONS = 10;

    public Document {
        images = List.copyOf(images);
        headlines = List.copyOf(headlines);
        sections = List.copyOf(sections);
    }

    /** The document of a comparison. */
    public static Document of(ComparisonReport report) {
        return of("Image comparison", report);
    }

    /** The document of one image. */
    public static Document of(InspectionReport report) {
        return of("Image inspection", report.alone());
    }

    /** Sections without content are left out. */
    private static Document of(String title, ComparisonReport report) {
        List<Section> sections = Stream
                .of(SizeSection.of(report), PolicySection.of(report), VulnerabilitySection.of(report),
                        DifferenceSection.of(report),
                        SideBySideSection.of(report), CheckSection.of(report), SecuritySection.of(report),
                        ContentSection.of(report), ConfigSection.of(report), LayerSection.of(report))
                .filter(section -> !section.blocks().isEmpty())
                .toList();
        List<Line> headlines = new ArrayList<>(exceeded(report.policy()));
        headlines.addAll(Headline.of(ImageSizes.of(report)));
        Line platforms = PlatformWords.difference(report);
        if (platforms != null) {
            headlines.add(platforms);
        }
        return new Document(title, report.images().stream().map(Value.ImageName::of).toList(), headlines, sections);
    }

    /** The reasons for which a build fails, which readers of a failed build look for first. */
    private static List<Line> exceeded(PolicyReport policy) {
        List<Line> lines = new ArrayList<>();
        List<PolicyReport.Rule> failed =
                policy.rules().stream().filter(rule -> rule.verdict() == Verdict.FAIL).toList();
        failed.stream()
                .limit(REASONS)
                .forEach(rule -> lines.add(Line.of(RuleText.failure(rule), new Value.Prose(rule.evidence()))));
        if (failed.size() > REASONS) {
            lines.add(Line.of("and ",
                    Line.count(failed.size() - REASONS, "further requirement is", "further requirements are"),
                    " not kept"));
        }
        PolicyReport.Gate gate = policy.checkGate();
        if (gate != null && gate.verdict() == Verdict.FAIL) {
            lines.add(Line.of("Checks fail the policy: ", Line.count(gate.stoppedBy().size(), "verdict", "verdicts")));
        }
        return lines;
    }
}
