package dev.tare.report.text;

import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.comparison.Comparison;
import dev.tare.fixture.DrawnImages;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.surface.SurfaceKind;
import dev.tare.limits.ByteSize;
import dev.tare.policy.Budgets;
import dev.tare.policy.FailOn;
import dev.tare.policy.Percentage;
import dev.tare.policy.Policy;
import dev.tare.report.ComparisonReport;
import dev.tare.report.InspectionReport;
import dev.tare.report.summary.Summary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.tare.fixture.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

class TextSummaryTests {

    private static final Policy STRICT = new Policy(
            Budgets.of(ByteSize.parse("100MB"), Percentage.parse("5%")), List.of(), FailOn.parse("warn"));

    private static final Policy BUDGETS = Policy.of(Budgets.of(ByteSize.parse("100MB"), Percentage.parse("5%")));

    @Test
    void summarizeOfTwoImagesMatchesTheReviewedFile() throws IOException {
        assertGolden("summary.txt",
                summary(BUDGETS, DrawnImages.slim(), DrawnImages.distroless()));
    }

    @Test
    void summarizeBeginsWithTheResult() {
        assertThat(summary(DrawnImages.slim(), DrawnImages.distroless()).lines().findFirst())
                .hasValue("#2 tare:distroless is 50.0 MB smaller (-45 %) than #1 tare:slim");
    }

    @Test
    void summarizeHasSizesWithTheirChangeAndFoldsEqualOnes() {
        String text = summary(DrawnImages.slim(), DrawnImages.distroless());
        assertThat(text).containsPattern("Gross \\(uncompressed\\) +112 MB +62.0 MB +-50.0 MB, -45 %\n")
                .containsPattern("Tare \\(base image\\) +92.0 MB +42.0 MB +-50.0 MB, -54 %\n")
                .containsPattern("Compressed +56.0 MB +31.0 MB +-25.0 MB, -45 %\n")
                .containsPattern("same in all images: .*net \\(app\\) 20.0 MB");
        assertThat(text.lines()).noneMatch(line -> line.startsWith("Net"));
    }

    @Test
    void summarizeExplainsTheGrowthUpToTheLastByte() {
        String text = summary(
                InspectionBuilder.image("a").layer("a").file("opt/jdk/modules", 900).file("usr/bin/x", 30).build(),
                InspectionBuilder.image("b")
                        .layer("b")
                        .file("usr/share/doc/a", 40)
                        .file("usr/share/doc/b", 40)
                        .file("usr/bin/x", 29)
                        .wasted("gone", 500, 0, 0)
                        .build());
        assertThat(text).containsPattern("-900 B +Folder without a package: /opt/jdk +-450 B\n")
                .containsPattern("\\+500 B +Wasted: replaced or deleted by later layers +\\+250 B\n")
                .containsPattern("\\+80 B +Documentation +\\+40 B\n")
                .containsPattern("-1 B +Folder without a package: /usr/bin +-1 B\n");
    }

    @Test
    void summarizeListsLossesAndGains() {
        String text = summary(DrawnImages.slim(), DrawnImages.distroless());
        assertThat(text).containsPattern("lost +2 of 3 packages +bash 7.00 MB, @angular/core\n")
                .containsPattern("lost +1 of 1 shell +/usr/bin/bash\n")
                .containsPattern("lost +1 of 1 CA certificate file +/etc/ssl/certs/ca.crt\n")
                .containsPattern("lost +1 of 2 Java modules +java.desktop\n")
                .containsPattern("gained +1 Java library +org.example:agent\n")
                .containsPattern("changed +1 of 3 packages +libc6 2.41 → 2.42\n");
    }

    @Test
    void summarizeHasOnlyTheChecksThatDifferAndCountsTheOthers() {
        String text = summary(DrawnImages.slim(), DrawnImages.distroless());
        ComparisonReport report = report(Policy.NONE, DrawnImages.slim(), DrawnImages.distroless());
        long differing = report.matrix().checks().stream().filter(row -> row.differs()).count();
        assertThat(text).containsPattern("No shell +fail +pass\n")
                .doesNotContain("Port exposed")
                .contains((report.matrix().checks().size() - differing) + " checks (");
    }

    @Test
    void summarizeHasTheVerdictOfEachBudgetAndRequiredCheckThatFails() {
        String text = summary(STRICT, DrawnImages.slim(), DrawnImages.distroless());
        assertThat(text).containsPattern("fail +max-uncompressed 100MB +#1 tare:slim +112 MB of at most 100 MB\n")
                .containsPattern("fail +The user exists +#2 tare:distroless +—\n");
        assertThat(summary(DrawnImages.slim(), DrawnImages.distroless())).doesNotContain("Budgets");
    }

    @Test
    void summarizeOfEqualImagesHasNoTableOfDifferences() {
        String text = summary(DrawnImages.slim(), DrawnImages.slim());
        assertThat(text).contains("has the same layers as", "gross 112 MB")
                .doesNotContain("Largest changes", "Lost and gained", "Checks that differ");
        assertThat(text.lines()).hasSizeLessThan(6);
    }

    @Test
    void summarizeOfThreeImagesHasARowForEachAndCounts() {
        String text = TextReport.summarize(ComparisonReport.of(DrawnImages.comparison()), false);
        assertThat(text).startsWith("#3 ")
                .containsPattern("#2 tare:distroless +62.0 MB +-50.0 MB, -45 % +42.0 MB +20.0 MB +31.0 MB +0 B\n")
                .containsPattern("lost packages +2 +at most 3\n")
                .containsPattern("lost shells +1 +1\n");
        assertThat(text.replace("\n", "").chars()).noneMatch(Character::isISOControl);
    }

    @Test
    void summarizeOfOneImageHasItsFigures() {
        String text = TextReport.summarize(InspectionReport.of(DrawnImages.slim()), false);
        assertThat(text).startsWith("#1 tare:slim is 112 MB in 4 layers\n")
                .containsPattern("Tare \\(base image\\) +92.0 MB +stated, the lowest 2 of 4 layers\n")
                .containsPattern("Wasted +4.00 kB +in 1 file: /usr/share/doc/gone\n")
                .containsPattern("90.0 MB +Java runtime +45.0 MB\n")
                .containsPattern("Java runtime +Eclipse Adoptium 25.0.4\\+9-LTS, 2 modules, /opt/java\n")
                .containsPattern("Shells +1 +/usr/bin/bash\n")
                .containsPattern("Npm token +verified +/root/.npmrc line 1\n")
                .containsPattern("fail +No shell +Shells")
                .containsPattern("The image has no package managers, time zones, ");
        assertThat(text.lines()).hasSizeLessThanOrEqualTo(Summary.LINES).allMatch(TextSummaryTests::fits);
    }

    @ParameterizedTest
    @MethodSource
    void summarizeFitsAScreen(List<Inspection> images) {
        for (Policy policy : List.of(Policy.NONE, STRICT)) {
            assertThat(TextReport.summarize(ComparisonReport.of(new Comparison(images), policy), false).lines())
                    .hasSizeLessThanOrEqualTo(Summary.LINES)
                    .allMatch(TextSummaryTests::fits);
            assertThat(TextReport.summarize(InspectionReport.of(images.getFirst(), policy), false).lines())
                    .hasSizeLessThanOrEqualTo(Summary.LINES)
                    .allMatch(TextSummaryTests::fits);
        }
    }

    static Stream<List<Inspection>> summarizeFitsAScreen() {
        return Stream.of(List.of(DrawnImages.slim(), DrawnImages.slim()),
                List.of(DrawnImages.slim(), DrawnImages.unknown()), List.of(DrawnImages.unknown(), DrawnImages.slim()),
                List.of(large(0), large(1)), images(3, TextSummaryTests::large), images(8, TextSummaryTests::large),
                images(23, TextSummaryTests::small), List.of(InspectionBuilder.image("empty").build(), large(2)));
    }

    @Test
    void summarizeOfManyDifferencesCountsTheOmittedOnes() {
        String text = summary(large(0), large(1));
        assertThat(text).containsPattern("lost +300 of 300 packages +").containsPattern("\nand lost .*…\n");
        String all = TextReport.summarize(ComparisonReport.of(new Comparison(images(23, TextSummaryTests::small))),
                false);
        assertThat(all).contains("#8 ", "15 more images").doesNotContain("#9 ");
    }

    @Test
    void summarizeBeginsWithTheTenLargestPartsOrChangesAndTheRest() {
        InspectionBuilder folders = InspectionBuilder.image("b").layer("b");
        IntStream.rangeClosed(10, 21).forEach(i -> folders.file("opt/" + i + "/a", i));
        Inspection image = folders.build();
        assertThat(summary(InspectionBuilder.image("a").layer("a").build(), image).lines().skip(2).limit(12))
                .anyMatch(line -> line.matches("Largest changes +download, about"))
                .anyMatch(line -> line.matches(" +\\+21 B  everything else +\\+\\d+ B"))
                .anyMatch(line -> line.matches(".*\\+12 B  Folder without a package: /opt/12 +\\+6 B"));
        assertThat(TextReport.summarize(InspectionReport.of(image), false).lines().skip(2).limit(12))
                .anyMatch(line -> line.matches("Largest parts +download, about"))
                .anyMatch(line -> line.matches(".*12 B  Folder without a package: /opt/12 +6 B"))
                .noneMatch(line -> line.contains("/opt/11"));
    }

    @Test
    void summarizeOfALongNameFitsAScreen() {
        String path = "opt/" + "folder".repeat(40) + "/libjvm.so";
        String text = summary(InspectionBuilder.image("a").layer("a").build(),
                InspectionBuilder.image("b").layer("b").file(path, 1_000).build());
        assertThat(text).containsPattern("\\+1.00 kB +Folder without a package: ");
        assertThat(text.lines()).allMatch(TextSummaryTests::fits);
    }

    private static boolean fits(String line) {
        return TextLine.width(line) <= TextReport.WIDTH;
    }

    private static List<Inspection> images(int count, IntFunction<Inspection> image) {
        return IntStream.range(0, count).mapToObj(image).toList();
    }

    private static Inspection small(int number) {
        return InspectionBuilder.image("registry.example.com/a/long/name/of/image-" + number)
                .layer("l" + number)
                .file("f", 1_000_000L * number)
                .build();
    }

    /** An image with hundreds of packages, 200 layers, much surface and long names that only it has. */
    private static Inspection large(int number) {
        String name = "registry.example.com/" + "long/".repeat(30) + "image-" + number;
        InspectionBuilder image = InspectionBuilder.image(name).user("user-" + number);
        for (int i = 0; i < 200; i++) {
            image.layer("layer " + number + " " + i)
                    .file("opt/" + number + "/" + "folder/".repeat(20) + i, 1_000_000L * i + number);
        }
        for (int i = 0; i < 300; i++) {
            image.dpkg("package-with-a-long-name-" + number + "-" + i, "1." + number, 1_000_000L + i)
                    .environment("VARIABLE_" + number + "_" + i + "=x");
        }
        for (SurfaceKind kind : SurfaceKind.values()) {
            IntStream.range(0, 20).forEach(i -> image.surface(kind, "usr/" + number + "/" + kind + i));
        }
        return image.java("opt/java" + number, "Vendor " + number, "25", "java.base", "module." + number)
                .wasted("usr/wasted-" + number, 1_000_000L * number, 0, 1)
                .build();
    }

    private static String summary(Inspection... images) {
        return summary(Policy.NONE, images);
    }

    private static String summary(Policy policy, Inspection... images) {
        return TextReport.summarize(report(policy, images), false);
    }

    private static ComparisonReport report(Policy policy, Inspection... images) {
        return ComparisonReport.of(new Comparison(List.of(images)), policy);
    }
}
