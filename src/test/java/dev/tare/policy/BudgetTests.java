package dev.tare.policy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.tare.comparison.Comparison;
import dev.tare.content.Unread;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.image.InvalidValueException;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.ledger.Chapter;
import dev.tare.inspection.ledger.LedgerLine;
import dev.tare.inspection.surface.SurfaceKind;
import dev.tare.policy.Cause.Kind;
import dev.tare.policy.check.Verdict;
import dev.tare.vulnerability.GivenReport;
import dev.tare.vulnerability.ScanReader;
import dev.tare.vulnerability.Vulnerabilities;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BudgetTests {

    private static final Inspection OLD = InspectionBuilder.image("old")
            .layer("base")
            .file("usr/bin/tool", 100, 0755, "tool")
            .dpkg("libc6", "1")
            .base("a test")
            .layer("app")
            .file("app/data", 50)
            .efficiency(1_000, 1_000)
            .build();

    private static final Inspection NEW = InspectionBuilder.image("new")
            .layer("base")
            .file("usr/bin/tool", 100, 0755, "tool")
            .dpkg("libc6", "1")
            .base("a test")
            .layer("app 2")
            .file("app/data", 60)
            .file("app/large", 400)
            .file("usr/bin/su", 10, 04755, "su")
            .surface(SurfaceKind.SETUID, "usr/bin/su")
            .dpkg("perl", "5")
            .layer("clean up")
            .wasted("tmp/old", 70, 2, 2)
            .efficiency(900, 1_000)
            .build();

    /** The figures of the second image. */
    @ParameterizedTest
    @CsvSource({ "TOTAL, 640", "APPLICATION, 540", "COMPRESSED, 320", "LAYERS, 3", "WASTED, 70", "PACKAGES, 2",
            "FILES, 4", "EXECUTABLES, 2", "SETUID, 1", "DIVE_WASTED, 100" })
    void absoluteBudgetPassesUpToItsLimit(Measure measure, long value) {
        assertThat(judge(new Budget(measure, most(value))).verdict()).isEqualTo(Verdict.PASS);
        BudgetFinding exceeded = judge(new Budget(measure, most(value - 1)));
        assertThat(exceeded.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(exceeded.actual()).isEqualTo(value);
        assertThat(exceeded.evidence()).contains("new has " + value, "1 more than the allowed");
        assertThat(exceeded.causes()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "TOTAL, 490", "APPLICATION, 490", "COMPRESSED, 245", "LAYERS, 1", "WASTED, 70", "PACKAGES, 1",
            "FILES, 2", "EXECUTABLES, 1", "SETUID, 1" })
    void relativeBudgetPassesUpToItsGrowth(Measure measure, long growth) {
        assertThat(judge(new Budget(measure, growth(growth))).verdict()).isEqualTo(Verdict.PASS);
        BudgetFinding exceeded = judge(new Budget(measure, growth(growth - 1)));
        assertThat(exceeded.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(exceeded.baseline()).isNotNull();
        assertThat(exceeded.causes()).isNotEmpty();
    }

    @Test
    void largestNewFileIsOneWhoseContentTheBaselineDoesNotHave() {
        assertThat(judge(new Budget(Measure.LARGEST_NEW_FILE, most(400))).verdict()).isEqualTo(Verdict.PASS);
        BudgetFinding exceeded = judge(new Budget(Measure.LARGEST_NEW_FILE, most(399)));
        assertThat(exceeded.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(exceeded.budget()).isEqualTo("max-largest-new-file");
        assertThat(exceeded.causes().getFirst()).isEqualTo(new Cause(Kind.FILE, "/app/large", 1, 400L));
        Inspection moved = InspectionBuilder.image("moved").layer("x").file("bin/t", 100, 0755, "tool").build();
        assertThat(judge(new Budget(Measure.LARGEST_NEW_FILE, most(0)), OLD, moved).verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void partOfTheBreakdownHasABudgetByItsName() {
        String line = new ImageFigures(NEW).lines()
                .stream()
                .filter(one -> one.chapter().equals("Application"))
                .findFirst()
                .orElseThrow()
                .name();
        long bytes = ((Figure.Known) new ImageFigures(NEW).breakdown("application")).value();
        assertThat(bytes).isPositive();
        assertThat(judge(new Budget(Measure.BREAKDOWN, "Application", most(bytes))).verdict()).isEqualTo(Verdict.PASS);
        BudgetFinding exceeded = judge(new Budget(Measure.BREAKDOWN, "APPLICATION", most(bytes - 1)));
        assertThat(exceeded.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(exceeded.causes()).isNotEmpty().allMatch(cause -> cause.kind() == Kind.BREAKDOWN);
        assertThat(judge(new Budget(Measure.BREAKDOWN, "Application: " + line, most(1))).verdict())
                .isEqualTo(Verdict.FAIL);
        assertThat(judge(new Budget(Measure.BREAKDOWN, "Application", growth(0))).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void shareLimitsTheRepeatedBytesLikeDive() {
        assertThat(judge(share(Measure.REPEATED, "0.9", "0.1")).verdict()).isEqualTo(Verdict.PASS);
        BudgetFinding exceeded = judge(share(Measure.REPEATED, "0.901", "0.099"));
        assertThat(exceeded.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(exceeded.budget()).isEqualTo("lowestEfficiency");
        assertThat(exceeded.evidence()).contains("an efficiency of at least 0.901");
        assertThat(judge(share(Measure.DIVE_USER_WASTED, "0.2", "0.2")).verdict()).isEqualTo(Verdict.PASS);
        assertThat(judge(share(Measure.DIVE_USER_WASTED, "0.1", "0.1")).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void causesOfAGrowthAreNewAndGrownParts() {
        List<Cause> causes = judge(new Budget(Measure.TOTAL, growth(1))).causes();
        assertThat(causes).filteredOn(cause -> cause.kind() == Kind.LAYER)
                .extracting(Cause::name)
                .containsExactly("RUN app 2", "RUN clean up");
        assertThat(causes).filteredOn(cause -> cause.kind() == Kind.FILE)
                .extracting(Cause::name)
                .containsExactly("/app/large", "/app/data", "/usr/bin/su");
        assertThat(causes).anyMatch(cause -> cause.kind() == Kind.BREAKDOWN);
        assertThat(judge(new Budget(Measure.PACKAGES, growth(0))).causes())
                .containsExactly(new Cause(Kind.PACKAGE, "perl", 1, null));
        assertThat(judge(new Budget(Measure.SETUID, most(0))).causes())
                .containsExactly(new Cause(Kind.FILE, "/usr/bin/su", 1, null));
        assertThat(judge(new Budget(Measure.WASTED, most(0))).causes()).contains(
                new Cause(Kind.FILE, "/tmp/old", 2, 70L));
    }

    /** A report has no files, and only the sizes of lines of the breakdown. */
    @Test
    void causesOverAReportAreInNewLayersAndTotalsHaveNoAmount() {
        String base = OLD.image().layers().getFirst().diffId().toString();
        RecordedFigures report = new RecordedFigures("report",
                Map.of(Measure.TOTAL, 1L, Measure.FILES, 1L, Measure.PACKAGES, 1L, Measure.EXECUTABLES, 1L,
                        Measure.COMPRESSED, 1L),
                List.of(), false, Set.of(base));
        assertThat(causes(Measure.PACKAGES, report)).containsExactly(new Cause(Kind.PACKAGE, "perl", 1, null));
        assertThat(causes(Measure.EXECUTABLES, report))
                .containsExactly(new Cause(Kind.FILE, "/usr/bin/su", 1, null));
        for (Measure measure : List.of(Measure.TOTAL, Measure.FILES, Measure.COMPRESSED)) {
            assertThat(causes(measure, report)).filteredOn(cause -> cause.kind() == Kind.BREAKDOWN)
                    .isNotEmpty()
                    .extracting(Cause::amount)
                    .containsOnlyNulls();
        }
        Inspection onlyBase = InspectionBuilder.image("only base")
                .layer("base")
                .file("usr/bin/tool", 100, 0755, "tool")
                .build();
        assertThat(new Budgets(List.of(new Budget(Measure.FILES, growth(0))), new Baseline.Other(new RecordedFigures(
                "report", Map.of(Measure.FILES, 0L), List.of(), false, Set.of(base)))).judge(onlyBase).getFirst())
                .satisfies(finding -> {
                    assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
                    assertThat(finding.causes()).isEmpty();
                });
    }

    @Test
    void causesOfACompressedSizeHaveNoUncompressedAmounts() {
        List<Cause> causes = judge(new Budget(Measure.COMPRESSED, growth(0))).causes();
        assertThat(causes).filteredOn(cause -> cause.kind() == Kind.FILE)
                .isNotEmpty()
                .extracting(Cause::amount)
                .containsOnlyNulls();
        LedgerLine application = new ImageFigures(NEW).ledger()
                .lines()
                .stream()
                .filter(line -> line.chapter() == Chapter.APPLICATION)
                .findFirst()
                .orElseThrow();
        LedgerLine before = new ImageFigures(OLD).ledger()
                .lines()
                .stream()
                .filter(line -> line.chapter() == Chapter.APPLICATION)
                .findFirst()
                .orElseThrow();
        assertThat(causes.getFirst().amount()).isEqualTo(application.compressed() - before.compressed());
    }

    @Test
    void nameThatNoBreakdownHasLeavesTheBudgetUnknown() {
        BudgetFinding mistyped = judge(new Budget(Measure.BREAKDOWN, "Jaav runtime", most(1)));
        assertThat(mistyped.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(mistyped.evidence()).contains("\"Jaav runtime\"");
        assertThat(judge(new Budget(Measure.BREAKDOWN, "Jaav runtime", growth(1))).verdict())
                .isEqualTo(Verdict.UNKNOWN);
        assertThat(judge(new Budget(Measure.BREAKDOWN, "java runtime", most(0))).verdict()).isEqualTo(Verdict.PASS);
        RecordedFigures report = new RecordedFigures("report", Map.of(),
                List.of(new Figures.Line("Libraries", "Node.js packages", 5)), true, Set.of());
        assertThat(new Budgets(List.of(new Budget(Measure.BREAKDOWN, "Node.js packages", growth(0)),
                new Budget(Measure.BREAKDOWN, "Node packages", most(1))), new Baseline.Other(report)).judge(NEW))
                .extracting(BudgetFinding::verdict)
                .containsExactly(Verdict.PASS, Verdict.UNKNOWN);
    }

    @Test
    void budgetOfAnUnknownFigureIsUnknown() {
        Inspection plain = InspectionBuilder.image("plain").plainLayer("a").file("a", 1).build();
        Inspection unread = InspectionBuilder.image("unread")
                .layer("a")
                .unread(Unread.Subject.OS_PACKAGES, "var/lib/rpm/x", "It is broken.")
                .build();
        assertThat(judge(new Budget(Measure.COMPRESSED, most(9)), OLD, plain).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(judge(new Budget(Measure.APPLICATION, most(9)), OLD, plain).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(judge(new Budget(Measure.PACKAGES, most(9)), OLD, unread).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void baselineMayBeAReportOrAnotherImage() {
        RecordedFigures report = new RecordedFigures("report", Map.of(Measure.TOTAL, 640L), List.of(), true, Set.of());
        Budgets budgets =
                new Budgets(List.of(new Budget(Measure.TOTAL, growth(0)), new Budget(Measure.FILES, growth(0)),
                        new Budget(Measure.LARGEST_NEW_FILE, most(1))), new Baseline.Other(report));
        assertThat(budgets.judge(NEW)).extracting(BudgetFinding::verdict)
                .containsExactly(Verdict.PASS, Verdict.UNKNOWN, Verdict.UNKNOWN);
        Budgets third = new Budgets(List.of(new Budget(Measure.TOTAL, growth(0))), new Baseline.Compared(2));
        Comparison comparison = new Comparison(List.of(OLD, NEW, OLD.withName("third")));
        assertThat(third.judge(comparison)).extracting(BudgetFinding::image).containsExactly(0, 1);
        assertThat(third.judge(comparison)).extracting(BudgetFinding::verdict)
                .containsExactly(Verdict.PASS, Verdict.FAIL);
    }

    @Test
    void optionReplacesTheLimitOfItsSeverityOnly() {
        Budgets file = new Budgets(List.of(new Budget(Measure.NEW_VULNERABILITIES, "critical", most(5)),
                new Budget(Measure.NEW_VULNERABILITIES, "high", most(6)),
                new Budget(Measure.NEW_VULNERABILITIES, most(7))), Baseline.FIRST);
        assertThat(file.with(Budgets.ofNewVulnerabilities(Map.of("Critical", "0"))).list())
                .extracting(one -> one.line() + " " + one.limit().text())
                .containsExactly("high 6", "null 7", "critical 0");
        assertThat(file.with(Budgets.ofNewVulnerabilities(Map.of("total", "0"))).list())
                .extracting(one -> one.line() + " " + one.limit().text())
                .containsExactly("critical 5", "high 6", "null 0");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> Budgets.ofNewVulnerabilities(Map.of("critical", "-1")));
    }

    @Test
    void evidenceOfASeverityThatPassesHasTheNumberOfUnratedVulnerabilities() throws IOException {
        Vulnerabilities unrated = scanned("""
                {"VulnerabilityID": "CVE-2020-1", "PkgName": "a", "InstalledVersion": "1", "Severity": "UNKNOWN"},
                {"VulnerabilityID": "CVE-2020-2", "PkgName": "a", "InstalledVersion": "1"},
                {"VulnerabilityID": "CVE-2020-3", "PkgName": "a", "InstalledVersion": "1", "Severity": "HIGH"}""");
        assertThat(evidence(Measure.VULNERABILITIES, "critical", 0, unrated)).contains("0 critical", "2 more");
        assertThat(evidence(Measure.VULNERABILITIES, "high", 1, unrated)).contains("1 high", "2 more");
        assertThat(evidence(Measure.NEW_VULNERABILITIES, "critical", 0, unrated)).contains("0 new", "2 more new");
        assertThat(evidence(Measure.VULNERABILITIES, "unknown", 2, unrated)).doesNotContain("more");
        assertThat(evidence(Measure.VULNERABILITIES, null, 3, unrated)).doesNotContain("more");
        Vulnerabilities rated = scanned("""
                {"VulnerabilityID": "CVE-2020-3", "PkgName": "a", "InstalledVersion": "1", "Severity": "HIGH"}""");
        assertThat(evidence(Measure.VULNERABILITIES, "critical", 0, rated)).doesNotContain("more");
    }

    private static String evidence(Measure measure, @Nullable String severity, long most, Vulnerabilities scanned) {
        BudgetFinding finding = new Budgets(List.of(new Budget(measure, severity, most(most))), Baseline.FIRST)
                .judge(new Comparison(List.of(OLD, NEW)), scanned)
                .getLast();
        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        return finding.evidence();
    }

    /** A report of Trivy about the new image, and an empty one about the old image. */
    private static Vulnerabilities scanned(String vulnerabilities) throws IOException {
        List<GivenReport> reports = new ArrayList<>();
        for (String list : List.of("", vulnerabilities)) {
            String json =
                    "{\"SchemaVersion\": 2, \"Results\": [{\"Type\": \"npm\", \"Vulnerabilities\": [" + list + "]}]}";
            reports.add(new GivenReport("report.json", String.valueOf(reports.size() + 1),
                    ScanReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))));
        }
        return Vulnerabilities.match(List.of(OLD, NEW), List.of(List.of(), List.of()), reports);
    }

    @Test
    void laterBudgetsReplaceThoseOfTheSameKind() {
        Budgets both = new Budgets(List.of(new Budget(Measure.TOTAL, most(1)), new Budget(Measure.LAYERS, most(9))),
                Baseline.FIRST).with(new Budgets(List.of(new Budget(Measure.TOTAL, most(2))), Baseline.FIRST));
        assertThat(both.list()).containsExactly(new Budget(Measure.LAYERS, most(9)),
                new Budget(Measure.TOTAL, most(2)));
    }

    private static List<Cause> causes(Measure measure, Figures baseline) {
        return new Budgets(List.of(new Budget(measure, growth(0))), new Baseline.Other(baseline)).judge(NEW)
                .getFirst()
                .causes();
    }

    private static BudgetFinding judge(Budget budget) {
        return judge(budget, OLD, NEW);
    }

    private static BudgetFinding judge(Budget budget, Inspection old, Inspection image) {
        return new Budgets(List.of(budget), Baseline.FIRST).judge(new Comparison(List.of(old, image))).getLast();
    }

    private static Limit most(long value) {
        return new Limit.Most(String.valueOf(value), value);
    }

    private static Limit growth(long value) {
        return new Limit.Growth(GrowthLimit.parse(String.valueOf(value)));
    }

    private static Budget share(Measure measure, String text, String share) {
        return new Budget(measure, new Limit.Share(text, new BigDecimal(share)));
    }
}
