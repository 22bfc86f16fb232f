package dev.tare.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** The gate of practices and the waivers, if any were given. */
final class MarkdownPolicy {

    private MarkdownPolicy() {}

    static void write(ComparisonReport report, List<String> lines) {
        gate(report, report.practiceGate(), lines);
        if (!report.waivers().isEmpty()) {
            lines.addAll(List.of("", "## Waivers", ""));
            report.waivers()
                    .forEach(waiver -> lines.add("- %s, %s: %s".formatted(MarkdownText.code(waiver.practice()),
                            waived(report, waiver), MarkdownText.prose(waiver.reason()))));
        }
    }

    private static void gate(ComparisonReport report, @Nullable PracticeGateReport gate, List<String> lines) {
        if (gate == null) {
            return;
        }
        lines.addAll(List.of("", "## Practices asked for", "",
                "- **%s** fail on %s%s".formatted(Figures.verdict(gate.verdict()),
                        gate.failOn().name().toLowerCase(Locale.ROOT), gate.stoppedBy().isEmpty() ? "" : ":")));
        gate.stoppedBy()
                .forEach(stop -> lines.add("  - %s: %s (%s)".formatted(name(report, stop.image()),
                        MarkdownText.code(stop.practice()), Figures.verdict(stop.verdict()))));
    }

    private static String waived(ComparisonReport report, WaiverReport waiver) {
        return waiver.waivesNothing() ? "which waives nothing"
                : "of " + waiver.images().stream().map(image -> name(report, image)).collect(Collectors.joining(", "));
    }

    private static String name(ComparisonReport report, int image) {
        return MarkdownText.code(report.images().get(image).name());
    }
}
