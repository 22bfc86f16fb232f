package dev.tare.report.text;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

import dev.tare.comparison.Comparison;
import dev.tare.ecosystem.java.runtime.JavaRuntime.Kind;
import dev.tare.fixture.DrawnImages;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.Inspection;
import dev.tare.limits.ByteSize;
import dev.tare.policy.Budgets;
import dev.tare.policy.Percentage;
import dev.tare.policy.Policy;
import dev.tare.report.ComparisonReport;
import dev.tare.report.InspectionReport;
import dev.tare.report.markdown.MarkdownReport;
import org.junit.jupiter.api.Test;

import static dev.tare.fixture.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

class TextReportTests {

    private static final Policy BUDGETS = Policy.of(Budgets.of(ByteSize.parse("100MB"), Percentage.parse("5%")));

    @Test
    void writeOfThreeImagesMatchesTheReviewedFile() throws IOException {
        assertGolden("comparison.txt", TextReport.write(ComparisonReport.of(DrawnImages.comparison(), BUDGETS)));
    }

    @Test
    void writeOfOneImageHasItsFiguresAndNoDifferences() {
        assertThat(TextReport.write(InspectionReport.of(DrawnImages.slim())))
                .containsPattern("Gross +112 MB\n")
                .containsPattern("2 .* 20.0 MB +10.0 MB +0 B +1 +RUN dependencies\n")
                .containsPattern("Npm token +/root/.npmrc line 1 +0 +hidden by layer 1 +verified\n")
                .doesNotContain("Differences", "Side by side");
    }

    @Test
    void writeHasTheEvidenceForTheBaseImage() {
        String text = TextReport.write(InspectionReport.of(InspectionBuilder.image("app:1")
                .layer("a")
                .base("The evidence.")
                .layer("b")
                .build()));
        assertThat(text).contains("#1 app:1, base image stated, the lowest of 2 layers: The evidence.\n");
    }

    @Test
    void writeWhenAnImageHasNoLayersReportsThat() {
        Comparison comparison = new Comparison(
                List.of(DrawnImages.slim(), InspectionBuilder.image("empty").build()));
        assertThat(TextReport.write(ComparisonReport.of(comparison)).replaceAll("\\s+", " "))
                .contains("One of them has no layers.")
                .doesNotContain("different layers");
        assertThat(MarkdownReport.write(ComparisonReport.of(comparison))).contains("One of them has no layers.")
                .doesNotContain("different layers");
    }

    @Test
    void writeFitsATerminalAndEscapesControlCharacters() {
        String text = TextReport.write(ComparisonReport.of(DrawnImages.comparison(), BUDGETS));
        assertThat(text.lines()).allMatch(line -> line.length() <= TextReport.WIDTH);
        assertThat(text.replace("\n", "").chars()).noneMatch(Character::isISOControl);
    }

    @Test
    void writeOfARuntimeThatLostManyModulesFitsATerminal() {
        String[] modules = IntStream.range(0, 20).mapToObj(i -> "java.module.number" + i).toArray(String[]::new);
        String text = TextReport.write(ComparisonReport.of(new Comparison(
                List.of(InspectionBuilder.image("a").layer("a").java("jdk", "V", "25", Kind.JDK, modules).build(),
                        InspectionBuilder.image("b").layer("b").java("jre", "V", "25", "java.base").build()))));
        assertThat(text.lines()).allMatch(line -> line.length() <= TextReport.WIDTH);
        assertThat(text).contains("same version, other modules", "a JDK before", "java.module.number0", "12 more");
    }

    @Test
    void writeShowsTheChangesOfAModifiedPath() {
        InspectionBuilder from = InspectionBuilder.image("a").layer("a").file("f", 0644, 0, 0, "x").file("g", 10);
        InspectionBuilder to = InspectionBuilder.image("b").layer("b").file("f", 04755, 5, 6, "x").file("g", 11);
        String long1 = "a/".repeat(60);
        from.file(long1 + "h", 0600, 0, 0, "m").file("old/" + "b/".repeat(60) + "i", 0600, 0, 0, "i");
        to.file(long1 + "h", 0644, 0, 0, "m").file("new/i", 0600, 1, 0, "i");
        String text = TextReport.write(ComparisonReport.of(new Comparison(List.of(from.build(), to.build()))));
        assertThat(text).containsPattern("1 B +1 B +/f +mode 0644 → 4755, owner 0:0 → 5:6\n")
                .containsPattern("10 B +11 B +/g +content, size 10 B → 11 B\n")
                .contains("mode 0600 → 0644\n", "owner 0:0 → 1:0\n");
        assertThat(text.lines()).allMatch(line -> line.length() <= TextReport.WIDTH);
    }

    @Test
    void writeOfManyImagesFitsATerminal() {
        List<Inspection> many = IntStream.range(0, 23)
                .mapToObj(i -> InspectionBuilder.image("registry.example.com/a/long/name/of/image-" + i)
                        .layer("l" + i)
                        .file("f", 1_000_000L * i)
                        .build())
                .toList();
        String text = TextReport.write(ComparisonReport.of(new Comparison(many)));
        assertThat(text.lines()).allMatch(line -> line.length() <= TextReport.WIDTH);
        assertThat(text).contains("#23 …xample.com/a/long/name/of/image-22");
    }
}
