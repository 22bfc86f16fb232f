package dev.tare.report.markdown;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import dev.tare.comparison.Comparison;
import dev.tare.fixture.DrawnImages;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.Inspection;
import dev.tare.limits.ByteSize;
import dev.tare.policy.Budgets;
import dev.tare.policy.FailOn;
import dev.tare.policy.Percentage;
import dev.tare.policy.Policy;
import dev.tare.policy.check.Verdict;
import dev.tare.report.ComparisonReport;
import dev.tare.report.InspectionReport;
import dev.tare.report.json.PlatformReports;
import dev.tare.report.json.PlatformReports.NotCompared;
import dev.tare.report.json.PlatformReports.PlatformReport;
import dev.tare.report.section.Document;
import org.junit.jupiter.api.Test;

import static dev.tare.fixture.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Index.atIndex;

class MarkdownReportTests {

    private static final Policy BUDGETS = Policy.of(Budgets.of(ByteSize.parse("100MB"), Percentage.parse("5%")));

    @Test
    void writeOfThreeImagesMatchesTheReviewedFile() throws IOException {
        assertGolden("comparison.md", MarkdownReport.write(ComparisonReport.of(DrawnImages.comparison(), BUDGETS)));
    }

    @Test
    void writeOfAFailedPolicyBeginsWithTheReasons() {
        Policy policy = new Policy(Budgets.of(ByteSize.parse("60MB"), null), List.of(), FailOn.FAIL);
        String markdown = MarkdownReport.write(ComparisonReport.of(DrawnImages.comparison(), policy));
        assertThat(markdown.lines().filter(line -> line.startsWith("- ")).toList())
                .satisfies(line -> assertThat(line).startsWith("- Budget exceeded: tare:slim"), atIndex(0))
                .satisfies(line -> assertThat(line).startsWith("- Budget exceeded: tare:distroless"), atIndex(1))
                .satisfies(line -> assertThat(line).matches("- Checks fail the policy: [0-9]+ verdicts"), atIndex(2));
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
                        "## Side by side", "## Checks", "## Security", "## Contents", "## Config", "## Layers");
    }

    @Test
    void writeEscapesHostileNames() {
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
        assertThat(markdown.lines().filter(line -> line.startsWith("| No shell")))
                .containsExactly("| No shell | fail | pass | fail |");
        assertThat(markdown.lines().filter(line -> line.startsWith("| Open checks"))).singleElement()
                .satisfies(line -> assertThat(line.chars().filter(c -> c == '|')).hasSize(5));
    }

    @Test
    void writeWhenListsAreLongCutsThemAndCountsTheRest() {
        InspectionBuilder large = InspectionBuilder.image("large").layer("all");
        IntStream.range(0, 3_000).forEach(i -> large.dpkg("p" + i, "1").file("f" + i + "x".repeat(150), 10));
        Comparison comparison = new Comparison(List.of(DrawnImages.slim(), large.build()));
        String markdown = MarkdownReport.write(ComparisonReport.of(comparison));
        assertThat(markdown).hasSizeLessThan(MarkdownReport.LIMIT).contains("and 2,973 more");
    }

    /** Forges count characters or bytes. A character has at most four bytes. */
    @Test
    void writeOfVeryManyDifferencesFitsAComment() {
        InspectionBuilder large = InspectionBuilder.image("größe").layer("all");
        IntStream.range(0, 3_000)
                .forEach(i -> large.dpkg("paket-ä-" + i, "1").file("🌈漢字".repeat(30) + i, 1_000 + i));
        String markdown = MarkdownReport.write(ComparisonReport.of(new Comparison(List.of(DrawnImages.slim(),
                large.build()))));
        assertThat(markdown.length()).isLessThan(MarkdownReport.LIMIT);
        assertThat(markdown.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(4 * 65_536);
        assertThat(markdown).contains("and 2,9", "🌈漢字");
    }

    @Test
    void writeOfManyPlatformsFitsACommentAndHasTheSizesOfEach() {
        InspectionBuilder large = InspectionBuilder.image("large").layer("all");
        IntStream.range(0, 500).forEach(i -> large.dpkg("p" + i, "1").file("f" + i + "x".repeat(150), 10));
        ComparisonReport report = ComparisonReport.of(new Comparison(List.of(DrawnImages.slim(), large.build())));
        List<PlatformReport<ComparisonReport>> platforms = IntStream.range(0, 32)
                .mapToObj(i -> new PlatformReport<>("linux/p" + i, report))
                .toList();
        List<NotCompared> others = IntStream.range(0, 32)
                .mapToObj(i -> new NotCompared("/close @all" + i, Collections.nCopies(40, "name".repeat(100))))
                .toList();
        String markdown = MarkdownReport.write(new PlatformReports<>(2, Verdict.PASS, platforms, others), Document::of);
        assertThat(markdown).hasSizeLessThan(MarkdownReport.LIMIT).endsWith("\nand 22 more\n");
        assertThat(markdown.lines().filter(line -> line.startsWith("# `linux/p"))).hasSize(32);
        assertThat(markdown.lines().filter(line -> line.startsWith("- `large` is "))).hasSize(32);
        assertThat(markdown.lines()).noneMatch(line -> line.startsWith("/"));
        assertThat(outsideOfCode(markdown)).doesNotContain("@all");
    }

    @Test
    void writeWhenThereAreVeryManyImagesIsCutWithARemark() {
        List<Inspection> many = IntStream.range(0, 300)
                .mapToObj(i -> InspectionBuilder.image("image-" + i).layer("l" + i).file("f", i).build())
                .toList();
        String markdown = MarkdownReport.write(ComparisonReport.of(new Comparison(many)));
        assertThat(markdown).hasSizeLessThan(MarkdownReport.LIMIT).endsWith("The JSON format has all of it.*\n");
        assertThat(markdown.lines().toList().getLast()).contains("Layers").doesNotContain("Sizes");
        assertThat(MarkdownReport.write(ComparisonReport.of(new Comparison(many), BUDGETS)))
                .hasSizeLessThan(MarkdownReport.LIMIT)
                .endsWith("The JSON format has all of it.*\n");
    }

    @Test
    void writeOfAnyLengthClosesItsDetails() {
        for (int images = 2; images < 40; images += 3) {
            List<Inspection> some = IntStream.range(0, images)
                    .mapToObj(i -> InspectionBuilder.image("i" + "x".repeat(150) + i).layer("l" + i).build())
                    .toList();
            String markdown = MarkdownReport.write(ComparisonReport.of(new Comparison(some)));
            assertThat(markdown).hasSizeLessThan(MarkdownReport.LIMIT);
            assertThat(markdown.split("<details>", -1)).hasSameSizeAs(markdown.split("</details>", -1));
        }
    }

    @Test
    void writeOfImagesWithManyLayersHasTheirFirstLayersAndEverySection() {
        String step = "apt-get update && apt-get install -y --no-install-recommends curl ".repeat(10);
        List<Inspection> images = IntStream.range(0, 5)
                .mapToObj(image -> InspectionBuilder.image("registry.example.com/team/application:" + image))
                .map(image -> layers(image, 60, step))
                .toList();
        String markdown = MarkdownReport.write(ComparisonReport.of(new Comparison(images)));
        assertThat(markdown).hasSizeLessThan(MarkdownReport.LIMIT)
                .contains("#### 60 layers", "and 40 more")
                .doesNotContain("Left out");
        assertThat(markdown.lines().filter(line -> line.matches("\\| 19 \\| .*apt-get.*"))).hasSize(5)
                .allSatisfy(line -> assertThat(line).endsWith("…` |"));
        assertThat(markdown).doesNotContain(step.substring(0, 80));
    }

    @Test
    void writeWhenOneCellOrLineIsLongStaysBelowTheLimit() {
        String[] words = IntStream.range(0, 3_000).mapToObj(i -> "argument-" + i).toArray(String[]::new);
        String[] variables = IntStream.range(0, 3_000).mapToObj(i -> "V" + i + "=" + i).toArray(String[]::new);
        InspectionBuilder image = InspectionBuilder.image("a".repeat(1_000)).layer("a").entrypoint(words);
        image.onBuild(words).healthCheck(words).environment(variables).user("`|".repeat(5_000));
        IntStream.range(0, 3_000).forEach(i -> image.port(i + "/tcp").dpkg("same", "1." + i).file("f" + i, i));
        Inspection large = image.build();
        assertThat(MarkdownReport.write(InspectionReport.of(large))).hasSizeLessThan(MarkdownReport.LIMIT)
                .contains("and 2,970 more", "`V0`")
                .doesNotContain("Left out");
        assertThat(MarkdownReport.write(ComparisonReport.of(new Comparison(List.of(large, DrawnImages.slim())))))
                .hasSizeLessThan(MarkdownReport.LIMIT)
                .doesNotContain("Left out");
    }

    private static Inspection layers(InspectionBuilder image, int layers, String step) {
        IntStream.range(0, layers).forEach(layer -> image.layer(step + layer).file("f" + layer, layer));
        return image.build();
    }

    private static String outsideOfCode(String markdown) {
        return markdown.replaceAll("`[^`\n]*`", "");
    }
}
