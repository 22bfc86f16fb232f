package dev.tare.report;

import java.util.List;

import dev.tare.comparison.Comparison;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.surface.SurfaceKind;
import dev.tare.policy.Budgets;
import dev.tare.policy.FailOn;
import dev.tare.policy.Policy;
import dev.tare.policy.Waiver;
import dev.tare.policy.check.Verdict;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PolicyReportTests {

    private static final Inspection SHELL =
            InspectionBuilder.image("old").layer("a").surface(SurfaceKind.SHELL, "bin/sh").build();

    private static final Inspection NONE = InspectionBuilder.image("new").layer("b").build();

    private static final List<Waiver> WAIVERS =
            List.of(Waiver.parse("no-shell=Support needs <b>one"), Waiver.parse("no-setuid=mount needs it"));

    @Test
    void gateIsForAllImagesButTheFirst() {
        Policy policy = new Policy(Budgets.NONE, List.of(), FailOn.FAIL);
        assertThat(stopped(policy, SHELL, NONE)).isNotEmpty()
                .allMatch(stop -> stop.image() == 1)
                .noneMatch(stop -> stop.practice().equals("no-shell"));
        assertThat(stopped(policy, NONE, SHELL)).contains(new PracticeGateReport.Stop(1, "no-shell", Verdict.FAIL));
    }

    @Test
    void gateIsForTheOneImageThatIsInspected() {
        InspectionReport report =
                InspectionReport.of(SHELL, new Policy(Budgets.NONE, List.of(), FailOn.FAIL));
        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(report.practiceGate().stoppedBy())
                .contains(new PracticeGateReport.Stop(0, "no-shell", Verdict.FAIL));
        assertThat(InspectionReport.of(SHELL).verdict()).isEqualTo(Verdict.PASS);
        assertThat(InspectionReport.of(SHELL).practiceGate()).isNull();
    }

    @Test
    void gatePassesOnceEverythingOpenIsWaived() {
        List<Waiver> all = InspectionReport.of(SHELL)
                .image()
                .practices()
                .stream()
                .filter(PracticeReport::open)
                .map(practice -> new Waiver(practice.id(), "a test"))
                .toList();
        assertThat(InspectionReport.of(SHELL, new Policy(Budgets.NONE, all, FailOn.WARN)).verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void waiverSaysWhichImagesItIsGoodFor() {
        assertThat(report(new Policy(Budgets.NONE, WAIVERS, null)).waivers()).containsExactly(
                new WaiverReport("no-shell", "Support needs <b>one", List.of(0)),
                new WaiverReport("no-setuid", "mount needs it", List.of()));
    }

    @Test
    void everyFormShowsWhatIsWaivedWithReasonVerdictAndEvidence() {
        ComparisonReport report = report(new Policy(Budgets.NONE, WAIVERS, null));
        assertThat(TextReport.write(report)).contains("no-shell  #1", "no-setuid  waives nothing", "mount needs it",
                "fail     Has no shell\n           Shells (1): /bin/sh.", "waived: Support needs <b>one");
        assertThat(MarkdownReport.write(report)).contains("`no-setuid`, which waives nothing", "| waived |",
                "**Has no shell** (fail, waived)", "/bin/sh", "Waived: Support needs \\<b\\>one");
        assertThat(JsonReport.write(report)).contains("\"waivedBecause\" : \"Support needs <b>one\"");
    }

    @Test
    void everyFormSaysWhatStopsTheGate() {
        ComparisonReport report = report(new Policy(Budgets.NONE, List.of(), FailOn.FAIL));
        assertThat(TextReport.write(report)).contains("  fail  fail on fail", "        #2 fail  non-root-user");
        assertThat(MarkdownReport.write(report)).contains("- **fail** fail on fail:",
                "  - `new`: `non-root-user` (fail)");
    }

    private static List<PracticeGateReport.Stop> stopped(Policy policy, Inspection... images) {
        return ComparisonReport.of(new Comparison(List.of(images)), policy).practiceGate().stoppedBy();
    }

    private static ComparisonReport report(Policy policy) {
        return ComparisonReport.of(new Comparison(List.of(SHELL, NONE)), policy);
    }
}
