package dev.tare.report;

import java.util.ArrayList;
import java.util.List;

import dev.tare.comparison.Comparison;
import dev.tare.fixture.DocumentTables;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.fixture.JsonText;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.surface.SurfaceKind;
import dev.tare.policy.Baseline;
import dev.tare.policy.Budgets;
import dev.tare.policy.FailOn;
import dev.tare.policy.Forbidden;
import dev.tare.policy.ImageFigures;
import dev.tare.policy.PathPattern;
import dev.tare.policy.Percentage;
import dev.tare.policy.Policy;
import dev.tare.policy.Requirements;
import dev.tare.policy.Waiver;
import dev.tare.policy.check.Verdict;
import dev.tare.report.markdown.MarkdownReport;
import dev.tare.report.section.Document;
import dev.tare.report.text.TextReport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class PolicyReportTests {

    private static final Inspection SHELL =
            InspectionBuilder.image("old").layer("a").surface(SurfaceKind.SHELL, "bin/sh").build();

    private static final Inspection NONE = InspectionBuilder.image("new").layer("b").build();

    private static final List<Waiver> WAIVERS =
            List.of(Waiver.parse("no-shell=Support needs <b>one"), Waiver.parse("no-setuid=mount needs it"));

    @Test
    void gateAppliesToAllImagesExceptTheFirst() {
        Policy policy = new Policy(Budgets.NONE, List.of(), FailOn.FAIL);
        assertThat(stopped(policy, SHELL, NONE)).isNotEmpty()
                .allMatch(stop -> stop.image() == 1)
                .noneMatch(stop -> stop.check().equals("no-shell"));
        assertThat(stopped(policy, NONE, SHELL)).contains(new PolicyReport.Stop(1, "no-shell", Verdict.FAIL));
    }

    @Test
    void everyImageButTheBaselineIsJudged() {
        Policy policy = new Policy(new Budgets(List.of(), new Baseline.Compared(1)),
                new Requirements(List.of("no-shell"),
                        new Forbidden(List.of(), List.of(PathPattern.parse("*.pem")), List.of())),
                List.of(), List.of(), FailOn.FAIL);
        Inspection key = InspectionBuilder.image("key").layer("c").file("etc/key.pem", 1).build();
        PolicyReport report = ComparisonReport.of(new Comparison(List.of(SHELL, key, NONE)), policy).policy();
        assertThat(report.rules()).extracting(PolicyReport.Rule::name, PolicyReport.Rule::image,
                PolicyReport.Rule::verdict)
                .containsExactly(tuple("required-check no-shell", 0, Verdict.FAIL),
                        tuple("forbidden-path *.pem", 0, Verdict.PASS),
                        tuple("required-check no-shell", 2, Verdict.PASS),
                        tuple("forbidden-path *.pem", 2, Verdict.PASS));
        assertThat(report.checkGate().images()).containsExactly(0, 2);
        assertThat(report.checkGate().stoppedBy()).contains(new PolicyReport.Stop(0, "no-shell", Verdict.FAIL))
                .noneMatch(stop -> stop.image() == 1);
        assertThat(stopped(policy, NONE, SHELL)).noneMatch(stop -> stop.check().equals("no-shell"));
    }

    @Test
    void everyImageIsJudgedIfTheBaselineIsNotCompared() {
        assertThat(gated(new Baseline.Other(new ImageFigures(InspectionBuilder.image("main").layer("c").build()))))
                .containsExactly(0, 1);
        assertThat(gated(new Baseline.Other(new ImageFigures(NONE)))).containsExactly(0);
        assertThat(gated(Baseline.FIRST)).containsExactly(1);
    }

    private static List<Integer> gated(Baseline baseline) {
        return report(new Policy(new Budgets(List.of(), baseline), List.of(), FailOn.FAIL)).policy()
                .checkGate()
                .images();
    }

    @Test
    void gateAppliesToTheInspectedImage() {
        InspectionReport report =
                InspectionReport.of(SHELL, new Policy(Budgets.NONE, List.of(), FailOn.FAIL));
        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(report.policy().checkGate().stoppedBy())
                .contains(new PolicyReport.Stop(0, "no-shell", Verdict.FAIL));
        assertThat(InspectionReport.of(SHELL).verdict()).isEqualTo(Verdict.PASS);
        assertThat(InspectionReport.of(SHELL).policy().checkGate()).isNull();
    }

    @Test
    void gatePassesIfAllOpenFindingsAreWaived() {
        List<Waiver> all = InspectionReport.of(SHELL)
                .image()
                .checks()
                .stream()
                .filter(CheckReport::open)
                .map(check -> new Waiver(check.id(), "a test"))
                .toList();
        assertThat(InspectionReport.of(SHELL, new Policy(Budgets.NONE, all, FailOn.WARN)).verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void waiverListsItsImages() {
        assertThat(report(new Policy(Budgets.NONE, WAIVERS, null)).policy().waivers()).containsExactly(
                new PolicyReport.Waiver("no-shell", "Support needs <b>one", List.of(0), null, false),
                new PolicyReport.Waiver("no-setuid", "mount needs it", List.of(), null, false));
    }

    @Test
    void everyFormatShowsWaivedFindingsWithReasonVerdictAndEvidence() {
        ComparisonReport report = report(new Policy(Budgets.NONE, WAIVERS, null));
        DocumentTables tables = new DocumentTables(Document.of(report));
        assertThat(tables.row("Waivers", "no-shell")).containsExactly(List.of("old"), List.of("Support needs <b>one"));
        assertThat(tables.row("Waivers", "no-setuid").getLast()).containsExactly("mount needs it");
        assertThat(tables.row("Open checks", "No shell")).containsExactly(List.of("waived"), List.of("pass"));
        assertThat(TextReport.write(report)).contains("no-setuid", "Support needs <b>one", "old: fail, waived",
                "/bin/sh");
        assertThat(MarkdownReport.write(report)).contains("`no-setuid`", "| waived |", "`old`: fail, waived", "/bin/sh",
                "Support needs \\<b\\>one");
        assertThat(JsonText.of(report)).contains("\"waivedBecause\" : \"Support needs <b>one\"");
    }

    @Test
    void everyFormatShowsTheFindingsThatFailTheGate() {
        ComparisonReport report = report(new Policy(Budgets.NONE, List.of(), FailOn.FAIL));
        assertThat(new DocumentTables(Document.of(report)).rows("Checks that fail"))
                .contains(List.of(List.of("fail"), List.of("non-root-user"), List.of("new")));
        assertThat(TextReport.write(report)).containsPattern("fail +non-root-user +#2 new\n");
        assertThat(MarkdownReport.write(report)).contains("| fail | `non-root-user` | `new` |");
    }

    private static List<PolicyReport.Stop> stopped(Policy policy, Inspection... images) {
        return ComparisonReport.of(new Comparison(List.of(images)), policy).policy().checkGate().stoppedBy();
    }

    @Test
    void markdownOfManyFailuresFitsACommentAndStatesHowManyAreLeftOut() {
        InspectionBuilder image = InspectionBuilder.image("new").layer("b");
        List<PathPattern> patterns = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            image.file("x" + i + "/" + "very-long-name/".repeat(200) + i, 1);
            patterns.add(PathPattern.parse("/x" + i + "/**"));
        }
        Policy policy = new Policy(Budgets.of(null, Percentage.parse("5%")),
                new Requirements(List.of("no-shell"), new Forbidden(List.of(), patterns, List.of())), List.of(),
                List.of(),
                null);
        ComparisonReport report = ComparisonReport.of(new Comparison(List.of(SHELL, image.build())), policy);
        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(report.policy().rules()).hasSize(202);
        String markdown = MarkdownReport.write(report);
        assertThat(markdown).hasSizeLessThan(65_536)
                .contains("Forbidden by `/x0/**`", "190 further requirements are not kept", "more");
        assertThat(TextReport.failures(report.policy(), false)).contains("and 180 further requirements");
    }

    private static ComparisonReport report(Policy policy) {
        return ComparisonReport.of(new Comparison(List.of(SHELL, NONE)), policy);
    }
}
