package dev.tare.report;

import java.util.List;
import java.util.stream.IntStream;

import dev.tare.comparison.Comparison;
import dev.tare.fixture.DrawnImages;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.Inspection;
import dev.tare.limits.ByteSize;
import dev.tare.policy.Budgets;
import dev.tare.policy.Policy;
import dev.tare.policy.check.Verdict;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

class ComparisonReportTests {

    @Test
    void ofComparesEveryImageWithTheFirst() {
        ComparisonReport report = ComparisonReport.of(DrawnImages.comparison());
        assertThat(report.images()).extracting(ImageReport::index).containsExactly(0, 1, 2);
        assertThat(report.differences()).extracting(DifferenceReport::from).containsExactly(0, 0);
        assertThat(report.differences()).extracting(DifferenceReport::to).containsExactly(1, 2);
        assertThat(report.differences()).extracting(DifferenceReport::uncompressedGrowthBytes)
                .containsExactly(62_009_130L - 112_016_000L, 50_000_000L - 112_016_000L);
        assertThat(report.differences()).extracting(DifferenceReport::compressedGrowthBytes)
                .containsExactly(31_004_565L - 56_008_000L, null);
    }

    @Test
    void ofWhenTheBaseIsUnknownHasTheReason() {
        SizesReport.Weight weight = ComparisonReport.of(DrawnImages.comparison()).images().get(2).sizes().weight();
        assertThat(weight).isEqualTo(new SizesReport.Weight(50_000_000, null, null, null, null,
                "No label or annotation names the base."));
    }

    @Test
    void ofTareAndNetSumUpToGross() {
        SizesReport.Weight weight =
                ComparisonReport.of(DrawnImages.comparison()).images().getFirst().sizes().weight();
        assertThat(weight.tareUncompressedBytes()).isEqualTo(92_007_000);
        assertThat(weight.netUncompressedBytes()).isEqualTo(20_009_000);
        assertThat(weight.grossUncompressedBytes()).isEqualTo(92_007_000 + 20_009_000);
    }

    @Test
    void ofWhenImagesHaveTheSameNameNumbersThem() {
        Inspection image = InspectionBuilder.image("app").layer("l").build();
        Inspection taken = InspectionBuilder.image("app (2)").layer("l").build();
        ComparisonReport report = ComparisonReport.of(new Comparison(List.of(image, image, taken, image)));
        assertThat(report.images()).extracting(ImageReport::name)
                .containsExactly("app", "app (3)", "app (2)",
                        "app (4)");
    }

    @Test
    void ofWhenListsAreLongCutsThemAndCountsTheRest() {
        InspectionBuilder large = InspectionBuilder.image("large").layer("all");
        IntStream.range(0, ListLimits.FILES + 7).forEach(i -> large.file("f" + i, i));
        ComparisonReport report = ComparisonReport
                .of(new Comparison(List.of(InspectionBuilder.image("empty").layer("none").build(), large.build())));
        FilesReport files = report.differences().getFirst().files();
        assertThat(files.added().paths()).isEqualTo(ListLimits.FILES + 7);
        assertThat(files.largestAdded().total()).isEqualTo(ListLimits.FILES + 7);
        assertThat(files.largestAdded().leftOut()).isEqualTo(7);
        assertThat(files.largestAdded().items()).hasSize(ListLimits.FILES)
                .first()
                .extracting(FilesReport.PathChange::path)
                .isEqualTo("f" + (ListLimits.FILES + 6));
    }

    @Test
    void ofHasTheInstalledSizesOfPackagesThatDiffer() {
        ComparisonReport report = ComparisonReport.of(DrawnImages.comparison());
        assertThat(report.differences().getFirst().packages().changes().items())
                .extracting(VersionsReport.VersionChange::name, change -> change.fromFacts().installedBytes(),
                        change -> change.toFacts().installedBytes())
                .containsExactly(tuple("bash", 7_000_000L, null), tuple("libc6", 13_000_000L, 13_100_000L),
                        tuple("@angular/core", null, null));
        assertThat(report.matrix().packages().items()).filteredOn(row -> row.name().equals("libc6"))
                .singleElement()
                .satisfies(row -> assertThat(row.images()).extracting(cell -> cell.facts().installedBytes())
                        .containsExactly(13_000_000L, 13_100_000L, null));
    }

    @Test
    void ofWhenABudgetIsExceededFails() {
        assertThat(ComparisonReport.of(DrawnImages.comparison()).verdict()).isEqualTo(Verdict.PASS);
        assertThat(ComparisonReport
                .of(DrawnImages.comparison(), Policy.of(Budgets.of(ByteSize.parse("100MB"), null)))
                .verdict())
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void listingWhenItsNumbersDoNotAddUpThrowsException() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Listing<>(3, 1, List.of("a")));
    }
}
