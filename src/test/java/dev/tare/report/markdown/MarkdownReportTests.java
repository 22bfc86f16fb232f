package dev.tare.report.markdown;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

import dev.tare.comparison.Comparison;
import dev.tare.fixture.DrawnImages;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.Inspection;
import dev.tare.policy.Budgets;
import dev.tare.policy.ByteLimit;
import dev.tare.policy.Percentage;
import dev.tare.policy.Policy;
import dev.tare.report.ComparisonReport;
import dev.tare.report.InspectionReport;
import org.junit.jupiter.api.Test;

import static dev.tare.fixture.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

class MarkdownReportTests {

    private static final Policy BUDGETS = Policy.of(new Budgets(ByteLimit.parse("100MB"), Percentage.parse("5%")));

    @Test
    void writeOfThreeImagesIsAsReviewed() throws IOException {
        assertGolden("comparison.md", MarkdownReport.write(ComparisonReport.of(DrawnImages.comparison(), BUDGETS)));
    }

    @Test
    void writeOfOneImageHasItsFiguresAndNoDifferences() {
        assertThat(MarkdownReport.write(InspectionReport.of(DrawnImages.slim())))
                .contains("`tare:slim`", "112 MB (112,016,000)", "`RUN dependencies`", "`/root/.npmrc line 1`")
                .doesNotContain("## Differences", "## Side by side");
    }

    @Test
    void writeHasTheSectionsInOrder() {
        assertThat(MarkdownReport.write(ComparisonReport.of(DrawnImages.comparison(), BUDGETS))
                .lines()
                .filter(line -> line.startsWith("## "))).containsExactly("## Sizes", "## Policy", "## Differences",
                        "## Side by side", "## Practices", "## Security", "## Contents", "## Config", "## Layers");
    }

    @Test
    void writeLetsNoHostileNameOutOfItsPlace() {
        String markdown = MarkdownReport.write(ComparisonReport.of(DrawnImages.comparison(), BUDGETS));
        assertThat(markdown).doesNotContain("\u202e", "\u001b", "a`b");
        assertThat(markdown.lines()).noneMatch(line -> line.startsWith("# x"));
        assertThat(outsideOfCode(markdown)).doesNotContain("@all")
                .doesNotContainPattern("(?<!\\\\)<img")
                .contains("@<!-- -->all", "\\<img");
    }

    @Test
    void writeKeepsTheColumnsOfEveryTable() {
        String markdown = MarkdownReport.write(ComparisonReport.of(DrawnImages.comparison(), BUDGETS));
        assertThat(markdown.lines().filter(line -> line.startsWith("| Has no shell")))
                .containsExactly("| Has no shell | fail | pass | fail |");
        assertThat(markdown.lines().filter(line -> line.startsWith("| Open practices"))).singleElement()
                .satisfies(line -> assertThat(line.chars().filter(c -> c == '|')).hasSize(5));
    }

    @Test
    void writeWhenListsAreLongCutsThemAndSaysSo() {
        InspectionBuilder large = InspectionBuilder.image("large").layer("all");
        IntStream.range(0, 3_000).forEach(i -> large.dpkg("p" + i, "1").file("f" + i + "x".repeat(150), 10));
        Comparison comparison = new Comparison(List.of(DrawnImages.slim(), large.build()));
        String markdown = MarkdownReport.write(ComparisonReport.of(comparison));
        assertThat(markdown).hasSizeLessThan(65_536).contains("and 2,973 more");
    }

    @Test
    void writeWhenThereAreVeryManyImagesIsCutAndSaysSo() {
        List<Inspection> many = IntStream.range(0, 300)
                .mapToObj(i -> InspectionBuilder.image("image-" + i).layer("l" + i).file("f", i).build())
                .toList();
        String markdown = MarkdownReport.write(ComparisonReport.of(new Comparison(many)));
        assertThat(markdown).hasSizeLessThan(65_536).endsWith("The JSON format has all of it.*\n");
    }

    private static String outsideOfCode(String markdown) {
        return markdown.replaceAll("`[^`\n]*`", "");
    }
}
