package dev.tare.comparison.file;

import java.util.List;
import java.util.stream.IntStream;

import dev.tare.comparison.Difference;
import dev.tare.fixture.InspectionBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HeavyPathsTests {

    @Test
    void heavyPathsOfManySmallFilesAreTheirFolderWithAllBytes() {
        InspectionBuilder to = image();
        IntStream.range(0, 8_000).forEach(i -> to.file("app/node_modules/m" + i + "/index.js", 4_000));
        assertThat(heavy(image(), to))
                .containsExactly(new PathGrowth("app/node_modules/", 32_000_000, 8_000, false));
    }

    @Test
    void heavyFileDoesNotCountInItsFolder() {
        assertThat(heavy(image().file("usr/old", 100),
                image().file("usr/bin/a", 900).file("usr/bin/b", 300).file("usr/c", 1)))
                .containsExactly(new PathGrowth("usr/bin/a", 900, 1, false), new PathGrowth("usr/bin/b", 300, 1, false),
                        new PathGrowth("usr/old", -100, 1, false));
    }

    @Test
    void restOfAFolderIsMarkedAsOthers() {
        InspectionBuilder to = image().file("usr/lib/large", 10_000);
        IntStream.range(0, 50).forEach(i -> to.file("usr/lib/small" + i, 100));
        assertThat(heavy(image(), to)).containsExactly(new PathGrowth("usr/lib/large", 10_000, 1, false),
                new PathGrowth("usr/lib/", 5_000, 50, true));
    }

    @Test
    void equalTreesHaveNoHeavyPaths() {
        assertThat(heavy(image().file("a", 9), image().file("a", 9))).isEmpty();
    }

    private static InspectionBuilder image() {
        return InspectionBuilder.image("app").layer("layer");
    }

    private static List<PathGrowth> heavy(InspectionBuilder from, InspectionBuilder to) {
        return Difference.between(from.build(), to.build()).files().heavyPaths();
    }
}
