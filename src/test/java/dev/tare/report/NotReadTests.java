package dev.tare.report;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

import dev.tare.comparison.Comparison;
import dev.tare.content.Unread.Subject;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.report.output.ReportFormat;
import dev.tare.report.text.TextReport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** An image whose packages could not be read is not an image without packages. */
class NotReadTests {

    private static final InspectionBuilder DEBIAN =
            InspectionBuilder.image("debian:13").layer("a").dpkg("bash", "5.2").dpkg("dash", "0.5");

    private static final InspectionBuilder ARCH = InspectionBuilder.image("arch:1")
            .layer("b")
            .unread(Subject.OS_PACKAGES, "var/lib/pacman/local/a/desc", "Tare does not read the packages of pacman.");

    private static final InspectionBuilder PARTLY = InspectionBuilder.image("some:1")
            .layer("b")
            .dpkg("curl", "8")
            .unread(Subject.OS_PACKAGES, "nix/store/a", "Tare does not read the packages of Nix.");

    private static final InspectionBuilder NOTHING = InspectionBuilder.image("scratch:1").layer("c");

    @Test
    void reportStatesWhichListsAreIncomplete() {
        assertThat(InspectionReport.of(ARCH.build()).image().contents().incomplete())
                .containsExactly(Subject.OS_PACKAGES);
        assertThat(InspectionReport.of(NOTHING.build()).image().contents().incomplete()).isEmpty();
    }

    @Test
    void summaryOfAnImageStatesThatPackagesAreNotRead() {
        assertThat(TextReport.summarize(InspectionReport.of(ARCH.build()), true))
                .containsPattern("OS packages +not read");
        assertThat(TextReport.summarize(InspectionReport.of(NOTHING.build()), true)).doesNotContain("not read");
    }

    @Test
    void differenceStatesThatFewerPackagesMayBeRemovedOrAdded() {
        VersionsReport removed = between(DEBIAN, ARCH).differences().getFirst().packages();
        assertThat(removed.removed()).isEqualTo(2);
        assertThat(removed.toIncomplete()).isTrue();
        assertThat(removed.fromIncomplete()).isFalse();
        assertThat(between(ARCH, DEBIAN).differences().getFirst().packages().fromIncomplete()).isTrue();
        assertThat(between(DEBIAN, NOTHING).differences().getFirst().packages().toIncomplete()).isFalse();
    }

    @Test
    void textsOfADifferenceGiveABoundInsteadOfACount() throws IOException {
        assertThat(TextReport.summarize(between(DEBIAN, ARCH), true)).containsPattern("lost +at most 2 of 2 packages");
        assertThat(TextReport.summarize(between(ARCH, DEBIAN), true)).containsPattern("gained +at most 2 packages");
        assertThat(TextReport.summarize(between(DEBIAN, NOTHING), true)).containsPattern("lost +2 of 2 packages");
        assertThat(markdown(between(DEBIAN, ARCH))).contains("| Packages | unknown | at most 2 | unknown |");
        assertThat(markdown(between(ARCH, DEBIAN))).contains("| Packages | at most 2 | unknown | unknown |");
        assertThat(markdown(between(ARCH, ARCH))).contains("| Packages | unknown | unknown | unknown |");
        assertThat(markdown(between(NOTHING, NOTHING))).contains("| Packages | 0 | 0 | 0 |");
    }

    @Test
    void countsOfPartlyReadPackagesAreBounds() throws IOException {
        assertThat(markdown(between(DEBIAN, PARTLY))).contains("| Packages | at least 1 | at most 2 | unknown |");
        assertThat(markdown(between(PARTLY, DEBIAN))).contains("| Packages | at most 2 | at least 1 | unknown |");
        assertThat(markdown(between(PARTLY, ARCH))).contains("| Packages | unknown | about 1 | unknown |");
        assertThat(TextReport.summarize(between(PARTLY, DEBIAN), true)).containsPattern("lost +at least 1 package ");
    }

    @Test
    void summaryOfAComparisonNamesTheImagesWithUnreadItems() {
        String line = "Not read, or only in part: #2 OS packages";
        assertThat(TextReport.summarize(between(DEBIAN, ARCH), true)).contains(line);
        assertThat(TextReport.summarize(between(DEBIAN, ARCH, DEBIAN), true)).contains(line)
                .containsPattern("lost packages +at most 2");
        assertThat(TextReport.summarize(between(DEBIAN, NOTHING), true)).doesNotContain("Not read");
    }

    @Test
    void imagesSideBySideNameTheImageWithUnreadItems() throws IOException {
        String three = "are not read, so an image may have items that its column lacks";
        assertThat(markdown(between(DEBIAN, ARCH, NOTHING))).contains(three);
        assertThat(markdown(between(DEBIAN, NOTHING, NOTHING))).doesNotContain(three);
    }

    private static ComparisonReport between(InspectionBuilder... images) {
        return ComparisonReport.of(new Comparison(List.of(images).stream().map(InspectionBuilder::build).toList()));
    }

    private static String markdown(ComparisonReport report) throws IOException {
        StringWriter out = new StringWriter();
        ReportFormat.MARKDOWN.write(report, out);
        return out.toString();
    }
}
