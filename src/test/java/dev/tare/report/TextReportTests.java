package dev.tare.report;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

import dev.tare.comparison.Comparison;
import dev.tare.ecosystem.java.JavaRuntime.Kind;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.Inspection;
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
    void writeSaysWhatTellsWhereTheBaseEnds() {
        String text = TextReport.write(InspectionReport.of(InspectionBuilder.image("app:1")
                .layer("a")
                .base("The history says so.")
                .layer("b")
                .build()));
        assertThat(text).contains("\n  #1 base is its lowest 1 layer: The history says so.\n");
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
    void writeSaysWhatIsDifferentAboutAModifiedPath() {
        InspectionBuilder from = InspectionBuilder.image("a").layer("a").file("f", 0644, 0, 0, "x").file("g", 10);
        InspectionBuilder to = InspectionBuilder.image("b").layer("b").file("f", 04755, 5, 6, "x").file("g", 11);
        String long1 = "a/".repeat(60);
        from.file(long1 + "h", 0600, 0, 0, "m").file("old/" + "b/".repeat(60) + "i", 0600, 0, 0, "i");
        to.file(long1 + "h", 0644, 0, 0, "m").file("new/i", 0600, 1, 0, "i");
        String text = TextReport.write(ComparisonReport.of(new Comparison(List.of(from.build(), to.build()))));
        assertThat(text).contains("      1 B  /f: mode 0644 -> 4755, owner 0:0 -> 5:6\n",
                "     11 B  /g: content, size 10 B -> 11 B\n", "…\n               mode 0600 -> 0644\n",
                "…\n               owner 0:0 -> 1:0\n");
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
