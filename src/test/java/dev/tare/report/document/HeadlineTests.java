package dev.tare.report.document;

import java.util.List;

import dev.tare.comparison.Comparison;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.Inspection;
import dev.tare.report.ImageSizes;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HeadlineTests {

    @Test
    void eachImageIsComparedWithTheReferenceWithoutRepeatingItsName() {
        assertThat(headline(image("slim", 212_000_000), image("distroless", 157_000_000), image("full", 424_000_000)))
                .containsExactly("distroless is 55.0 MB smaller (-26 %) than the reference",
                        "full is 212 MB larger (+100 %) than the reference");
    }

    @Test
    void referenceIsNamedIfThereIsOneOtherImage() {
        assertThat(headline(image("a", 10), image("b", 11)))
                .containsExactly("b is 1 B larger (+10 %) than a");
    }

    @Test
    void imagesOfOneSizeAreReportedAsEquallyLarge() {
        assertThat(headline(image("a", 1), image("b", 1))).containsExactly("b is as large as a");
    }

    @Test
    void growthFromNothingHasNoPercent() {
        assertThat(headline(image("a", 0), image("b", 1))).containsExactly("b is 1 B larger than a");
    }

    private static List<String> headline(Inspection... images) {
        return Headline.of(ImageSizes.of(new Comparison(List.of(images)))).stream().map(Line::text).toList();
    }

    private static Inspection image(String name, long bytes) {
        return InspectionBuilder.image(name).layer(name).file("file", bytes).build();
    }
}
