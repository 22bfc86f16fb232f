package dev.tare.web;

import java.util.List;

import dev.tare.comparison.Comparison;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.Inspection;
import dev.tare.report.ComparisonReport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HeadlineTests {

    @Test
    void eachImageButTheFirstIsHeldAgainstTheReferenceWhichIsNotNamedAgainAndAgain() {
        assertThat(headline(image("slim", 212_000_000), image("distroless", 157_000_000), image("full", 424_000_000)))
                .containsExactly("distroless is 55.0\u00a0MB smaller (−26\u00a0%) than the reference",
                        "full is 212\u00a0MB larger (+100\u00a0%) than the reference");
    }

    @Test
    void referenceIsNamedWhereThereIsOneOtherImage() {
        assertThat(headline(image("a", 10), image("b", 11)))
                .containsExactly("b is 1\u00a0B larger (+10\u00a0%) than a");
    }

    @Test
    void imagesOfOneWeightAreSaidToBe() {
        assertThat(headline(image("a", 1), image("b", 1))).containsExactly("b weighs the same as a");
    }

    @Test
    void growthFromNothingHasNoPercent() {
        assertThat(headline(image("a", 0), image("b", 1))).containsExactly("b is 1\u00a0B larger than a");
    }

    private static List<String> headline(Inspection... images) {
        return Headline.of(ComparisonReport.of(new Comparison(List.of(images))));
    }

    private static Inspection image(String name, long bytes) {
        return InspectionBuilder.image(name).layer(name).file("file", bytes).build();
    }
}
