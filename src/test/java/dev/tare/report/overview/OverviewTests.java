package dev.tare.report.overview;

import java.util.List;
import java.util.stream.IntStream;

import dev.tare.comparison.Comparison;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.surface.SurfaceKind;
import dev.tare.report.ComparisonReport;
import dev.tare.report.document.Line;
import dev.tare.report.overview.Waterfall.Step;
import org.junit.jupiter.api.Test;

import static dev.tare.fixture.InspectionBuilder.image;
import static org.assertj.core.api.Assertions.assertThat;

class OverviewTests {

    private static final long LARGE = 1_000_000;

    @Test
    void baseIsTheReasonIfItHasAlmostTheWholeChange() {
        Overview overview = of(
                image("a").layer("a")
                        .base("a")
                        .file("usr/share/man/a", 9 * LARGE)
                        .java("opt/java", "Temurin", "25")
                        .file("opt/java/lib/modules", LARGE),
                image("b").layer("b").base("b").java("opt/java", "Temurin", "25").file("opt/java/lib/modules", LARGE));
        assertThat(overview.headline().text()).isEqualTo("b is 9.00 MB (90 %) lighter: a smaller base");
        assertThat(overview.lead().text()).contains("documentation: 100 %")
                .contains("The same in both: the Java runtime");
    }

    @Test
    void librariesAreTheReasonIfAlmostTheWholeChangeIsTheirs() {
        assertThat(of(image("a").layer("a").file("usr/share/man/a", LARGE),
                image("b").layer("b")
                        .file("usr/share/man/a", LARGE)
                        .jar("app/l.jar", "g", "l", "1", LARGE, "l")
                        .file("app/l.jar", LARGE))
                .headline()
                .text())
                .isEqualTo("b is 1.00 MB (100 %) heavier: larger libraries");
    }

    @Test
    void largestStepIsTheReasonIfThereAreSeveral() {
        assertThat(of(image("a").layer("a").file("usr/share/man/a", LARGE).file("x/y/A.class", LARGE),
                image("b").layer("b").file("x/y/A.class", 3 * LARGE)).headline().text())
                .contains(": mostly application");
    }

    @Test
    void smallDifferenceHasNoReason() {
        assertThat(of(image("a").layer("a").file("a", 10), image("b").layer("b").file("a", 20)).headline().text())
                .isEqualTo("b and a are the same size");
    }

    @Test
    void stepsAddUpToTheGrowthWithWastedBytesAndWithoutRoomForAll() {
        InspectionBuilder from = image("a").layer("a").file("usr/share/man/a", LARGE);
        IntStream.range(0, 15)
                .forEach(i -> from.dpkg("p" + i, "1").file("bin/p" + i, 1000 + i).packaged("bin/p" + i, "p" + i));
        Waterfall waterfall =
                of(from, image("b").layer("b")
                        .layer("delete")
                        .wasted("tmp/a", 50, 0, 1)
                        .file("usr/share/zoneinfo/a", 7)).waterfall();
        assertThat(waterfall.largest()).hasSize(Waterfall.STEPS);
        assertThat(waterfall.smaller().steps()).hasSize(6);
        assertThat(waterfall.against().growth()).isEqualTo(57);
        assertThat(waterfall.changed().stream().mapToLong(Step::growth).sum())
                .isEqualTo(57 - LARGE - IntStream.range(0, 15).map(i -> 1000 + i).sum());
    }

    @Test
    void lostProgramsAreNamedOnce() {
        Exchange exchange = of(
                image("a").layer("a")
                        .dpkg("bash", "5")
                        .file("bin/bash", LARGE)
                        .packaged("bin/bash", "bash")
                        .surface(SurfaceKind.SHELL, "bin/bash"),
                image("b").layer("b").file("a", 1)).exchange();
        assertThat(exchange.lost()).extracting(Line::text).containsExactly("shells (bash)");
        assertThat(exchange.passed()).contains("No shell");
        assertThat(exchange.failed()).doesNotContain("No shell");
    }

    @Test
    void keptContentSaysWhatIsOnlyPartlyThere() {
        Exchange exchange = of(
                image("a").layer("a")
                        .java("opt/java", "Temurin", "25")
                        .file("usr/share/zoneinfo/a", 3 * LARGE)
                        .file("etc/ssl/certs/ca-certificates.crt", LARGE)
                        .surface(SurfaceKind.TIME_ZONES, "usr/share/zoneinfo/a")
                        .surface(SurfaceKind.CA_CERTIFICATES, "etc/ssl/certs/ca-certificates.crt"),
                image("b").layer("b")
                        .java("opt/java", "Temurin", "25")
                        .file("usr/share/zoneinfo/a", LARGE)
                        .file("etc/ssl/certs/ca-certificates.crt", LARGE)
                        .surface(SurfaceKind.TIME_ZONES, "usr/share/zoneinfo/a")
                        .surface(SurfaceKind.CA_CERTIFICATES, "etc/ssl/certs/ca-certificates.crt"))
                .exchange();
        assertThat(exchange.kept()).containsExactlyInAnyOrder("some time zones", "CA certificates", "Java's own TLS");
    }

    @Test
    void leadDistinguishesMissingFromSmallerContent() {
        assertThat(of(image("a").layer("a")
                .file("usr/share/man/a", 5 * LARGE)
                .file("usr/share/zoneinfo/a", 3 * LARGE),
                image("b").layer("b").file("usr/share/zoneinfo/a", LARGE)).lead().text())
                .startsWith("It leaves out documentation, and has less of time zones: 100 % of the saved bytes.");
    }

    @Test
    void baseIsNotTheReasonIfItIsUnknown() {
        assertThat(
                of(image("a").layer("a").file("usr/share/man/a", LARGE), image("b").layer("b").file("a", 1)).headline()
                        .text())
                .endsWith(": mostly documentation");
    }

    @Test
    void wastedBytesAreNoContent() {
        Overview overview = of(image("a").layer("a").layer("d").wasted("tmp/a", 9 * LARGE, 0, 1),
                image("b").layer("b").layer("d").wasted("tmp/a", LARGE, 0, 1));
        assertThat(overview.lead().text()).doesNotContain("leaves out");
        assertThat(overview.waterfall().largest()).singleElement()
                .satisfies(step -> assertThat(step.before()).isEqualTo(9 * LARGE));
    }

    @Test
    void lossOfLibrariesIsNotHiddenByToolsOfASimilarName() {
        Exchange exchange = of(
                image("a").layer("a")
                        .dpkg("libcurl4", "8")
                        .file("usr/lib/libcurl.so.4", LARGE)
                        .packaged("usr/lib/libcurl.so.4", "libcurl4")
                        .surface(SurfaceKind.NETWORK_TOOL, "bin/ip"),
                image("b").layer("b").file("a", 1)).exchange();
        assertThat(exchange.lost()).extracting(Line::text).hasSize(2);
    }

    @Test
    void nameOfAPackageIsKeptInASentence() {
        assertThat(of(image("a").layer("a").dpkg("L", "1").file("bin/x", LARGE).packaged("bin/x", "L"),
                image("b").layer("b").file("a", 1)).lead().text()).startsWith("It leaves out L: 100 %");
    }

    @Test
    void filesThatProgramsNeedAndThatBothHaveAreKept() {
        Exchange exchange = of(image("a").layer("a").surface(SurfaceKind.TIME_ZONES, "usr/share/zoneinfo/a"),
                image("b").layer("b").surface(SurfaceKind.TIME_ZONES, "usr/share/zoneinfo/b")).exchange();
        assertThat(exchange.kept()).containsExactly("time zones");
    }

    @Test
    void fewerPackagesAreAGain() {
        Exchange exchange = of(image("a").layer("a").dpkg("bash", "5").dpkg("libc6", "2").dpkg("tzdata", "1"),
                image("b").layer("b").dpkg("libc6", "2")).exchange();
        assertThat(exchange.gained()).extracting(Line::text).containsExactly("2 fewer OS packages to update");
        assertThat(exchange.lost()).isEmpty();
    }

    private static Overview of(InspectionBuilder from, InspectionBuilder to) {
        ComparisonReport report = ComparisonReport.of(new Comparison(List.of(from.build(), to.build())));
        return Overview.of(report.images().getFirst(), report.images().getLast(), report.differences().getFirst());
    }
}
