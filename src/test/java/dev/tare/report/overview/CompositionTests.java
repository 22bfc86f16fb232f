package dev.tare.report.overview;

import java.util.stream.IntStream;

import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.surface.SurfaceKind;
import dev.tare.report.InspectionReport;
import dev.tare.report.document.Line;
import dev.tare.report.overview.Waterfall.Step;
import org.junit.jupiter.api.Test;

import static dev.tare.fixture.InspectionBuilder.image;
import static org.assertj.core.api.Assertions.assertThat;

class CompositionTests {

    private static final long LARGE = 1_000_000;

    @Test
    void headlineHasTheSizeAndTheLeadTheLargestParts() {
        Composition composition = of(image("a").layer("a").file("usr/share/man/a", 3 * LARGE).file("x/A.class", LARGE));
        assertThat(composition.headline().text()).isEqualTo("a is 4.00 MB in 1 layer");
        assertThat(composition.lead().text())
                .isEqualTo("The largest parts are documentation, application: 100 % of all bytes.");
    }

    @Test
    void partsAddUpToTheSizeWithWastedBytes() {
        InspectionBuilder image = image("a").layer("a").layer("b").wasted("tmp/a", 50, 0, 1);
        IntStream.range(0, 20)
                .forEach(i -> image.dpkg("p" + i, "1").file("bin/p" + i, 1000 + i).packaged("bin/p" + i, "p" + i));
        Composition composition = of(image);
        assertThat(composition.largest().stream().mapToLong(Step::growth).sum() + composition.smaller().growth())
                .isEqualTo(composition.image().sizes().uncompressedBytes());
        assertThat(composition.smaller().steps()).isNotEmpty();
    }

    @Test
    void programsAndFailedChecksAreNamed() {
        Composition composition = of(image("a").layer("a").file("a", 1).surface(SurfaceKind.SHELL, "bin/sh"));
        assertThat(composition.contains()).extracting(Line::text).containsExactly("shells (sh)");
        assertThat(composition.failed()).contains("No shell");
    }

    @Test
    void imageWithoutFilesHasNoParts() {
        assertThat(of(image("a").layer("a")).lead().text()).isEqualTo("It has no files.");
    }

    private static Composition of(InspectionBuilder image) {
        return Composition.of(InspectionReport.of(image.build()).image());
    }
}
