package dev.tare.report.section;

import java.util.List;
import java.util.stream.Stream;

import dev.tare.comparison.Comparison;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.Inspection;
import dev.tare.report.ComparisonReport;
import dev.tare.report.ImageReport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LeadingLayersTests {

    @Test
    void sentenceWhenImagesBeginAlikeListsTheCommonLayers() {
        List<ImageReport> images = images(image("a", "x", "y", "z"), image("b", "x", "y", "w"), image("c", "x"),
                image("d", "x", "y"), image("e", "y", "x"));
        LeadingLayers layers = new LeadingLayers(images);
        assertThat(layers.sentence(images.getFirst()).text()).isEqualTo(
                "In common: the lowest 2 layers (20 B) of b, d; the lowest layer (10 B) of c.");
        assertThat(layers.sentence(images.getLast()).text())
                .isEqualTo("No other image here begins with the same layer.");
    }

    @Test
    void ofWhenSameLayerIsNotLowestDoesNotCountIt() {
        List<ImageReport> images = images(image("a", "x", "y", "z"), image("b", "x", "w", "z"));
        assertThat(images).extracting(new LeadingLayers(images)::of).containsExactly(1, 1);
    }

    @Test
    void sentenceOfTwoImagesReportsTheCommonLayers() {
        List<ImageReport> images = images(image("a", "x", "y"), image("b", "x"), image("c", "y"));
        assertThat(LeadingLayers.sentence(images.get(0), images.get(1)).text())
                .isEqualTo("In common: the lowest layer (10 B) of both.");
        assertThat(LeadingLayers.sentence(images.get(0), images.get(2)).text())
                .isEqualTo("They begin with different layers.");
    }

    private static List<ImageReport> images(Inspection... images) {
        return ComparisonReport.of(new Comparison(List.of(images))).images();
    }

    private static Inspection image(String name, String... layers) {
        InspectionBuilder image = InspectionBuilder.image(name);
        Stream.of(layers).forEach(layer -> image.layer(layer).file(layer, 10));
        return image.build();
    }
}
