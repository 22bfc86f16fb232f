package dev.tare.report;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

import dev.tare.comparison.Comparison;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.JavaRuntime.Kind;
import dev.tare.policy.Budgets;
import dev.tare.policy.ByteLimit;
import dev.tare.policy.Percentage;
import dev.tare.policy.Policy;
import org.junit.jupiter.api.Test;

import static dev.tare.report.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

class TextReportTests {

    private static final Policy BUDGETS = Policy.of(new Budgets(ByteLimit.parse("100MB"), Percentage.parse("5%")));

    @Test
    void writeOfThreeImagesIsAsReviewed() throws IOException {
        assertGolden("comparison.txt", TextReport.write(ComparisonReport.of(DrawnImages.comparison(), BUDGETS)));
    }

    @Test
    void writeOfOneImageIsAsReviewed() throws IOException {
        assertGolden("inspection.txt", TextReport.write(InspectionReport.of(DrawnImages.slim())));
    }

    @Test
    void writeWhenAnImageHasNoLayersDoesNotSpeakOfDifferentOnes() {
        Comparison comparison = new Comparison(
                List.of(DrawnImages.slim(), InspectionBuilder.image("empty").build()));
        assertThat(TextReport.write(ComparisonReport.of(comparison))).contains("One of them has no layers.")
                .doesNotContain("different layers");
        assertThat(MarkdownReport.write(ComparisonReport.of(comparison))).contains("One of them has no layers.")
                .doesNotContain("different layers");
    }

    @Test
    void writeFitsATerminalAndControlsNone() {
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
        assertThat(text.replaceAll("\\s+", " ")).contains("~ V 25+9-LTS, other modules; a JDK before, a custom runtime "
                + "now; 1 module added: java.base; 20 modules removed: java.module.number0, ")
                .contains(" and 12 more");
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
