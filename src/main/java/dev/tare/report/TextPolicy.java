package dev.tare.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** The gate of practices and the waivers, if any were given. */
final class TextPolicy {

    private static final String INDENT = "        ";

    private TextPolicy() {}

    static void write(ComparisonReport report, List<String> lines) {
        gate(report.practiceGate(), lines);
        if (!report.waivers().isEmpty()) {
            lines.addAll(List.of("", "Waivers"));
            report.waivers().forEach(waiver -> waiver(waiver, lines));
        }
    }

    private static void gate(@Nullable PracticeGateReport gate, List<String> lines) {
        if (gate == null) {
            return;
        }
        lines.addAll(List.of("", "Practices asked for",
                "  %s  fail on %s".formatted(Figures.verdict(gate.verdict()),
                        gate.failOn().name().toLowerCase(Locale.ROOT))));
        gate.stoppedBy()
                .forEach(stop -> lines.add("%s%s %s  %s".formatted(INDENT, TextReport.number(stop.image()),
                        Figures.verdict(stop.verdict()), stop.practice())));
    }

    private static void waiver(WaiverReport waiver, List<String> lines) {
        String images = waiver.images().stream().map(TextReport::number).collect(Collectors.joining(" "));
        lines.add("  %s  %s".formatted(waiver.practice(), waiver.waivesNothing() ? "waives nothing" : images));
        TextWrap.add(lines, INDENT, INDENT, VisibleText.of(waiver.reason()));
    }
}
