package dev.tare.report;

import java.util.List;
import java.util.stream.IntStream;

import dev.tare.policy.check.Verdict;

/** What each image does right, and the evidence for what it does not. */
final class MarkdownPractices {

    /** Where lists must be shorter, the evidence of what is in order is left out first. */
    private static final int MANY = 10;

    private MarkdownPractices() {}

    static void write(ComparisonReport report, List<String> lines, int items) {
        lines.addAll(List.of("", "## Practices", ""));
        MarkdownTable table = new MarkdownTable("Practice", names(report));
        List<PracticeReport> first = report.images().getFirst().practices();
        IntStream.range(0, first.size())
                .forEach(i -> table.row(first.get(i).title(), report.images()
                        .stream()
                        .map(image -> Figures.verdict(image.practices().get(i)))
                        .toList()));
        lines.addAll(table.lines());
        report.images().forEach(image -> {
            open(image, lines);
            if (items >= MANY) {
                kept(image, lines);
            }
        });
    }

    private static void open(ImageReport image, List<String> lines) {
        List<PracticeReport> open = image.practices()
                .stream()
                .filter(practice -> practice.verdict().isOpen())
                .toList();
        lines.addAll(List.of("", "What " + MarkdownText.code(image.name()) + " leaves open:", ""));
        if (open.isEmpty()) {
            lines.add("- nothing");
        }
        open.forEach(practice -> lines.add(told(practice)));
    }

    /** What nobody need do anything about is folded away. */
    private static void kept(ImageReport image, List<String> lines) {
        List<PracticeReport> kept = image.practices()
                .stream()
                .filter(practice -> practice.verdict() == Verdict.PASS)
                .toList();
        if (!kept.isEmpty()) {
            lines.addAll(List.of("", "<details><summary>What the verdicts rest on</summary>", ""));
            kept.forEach(practice -> lines.add(told(practice)));
            lines.addAll(List.of("", "</details>"));
        }
    }

    private static String told(PracticeReport practice) {
        String remedy = practice.remedy() == null ? "" : " *" + MarkdownText.prose(practice.remedy()) + "*";
        String evidence = MarkdownText.prose(String.join(" ", practice.evidence()));
        String waiver =
                practice.waivedBecause() == null ? "" : " Waived: " + MarkdownText.prose(practice.waivedBecause());
        return "- **%s** (%s): %s%s%s".formatted(practice.title(), Figures.verdictInFull(practice), evidence, remedy,
                waiver);
    }

    private static List<String> names(ComparisonReport report) {
        return report.images().stream().map(image -> MarkdownText.code(image.name())).toList();
    }
}
