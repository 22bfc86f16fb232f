package dev.tare.report.treemap;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class TreemapTests {

    private static final Box WHOLE = new Box(10, 20, 1104, 540);

    static Stream<List<Long>> weights() {
        return Stream.of(List.of(1L), List.of(6L, 6L, 4L, 3L, 2L, 2L, 1L), random(1, 100), random(2, 1000),
                List.of(1_000_000_000_000L, 1L, 1L));
    }

    @ParameterizedTest
    @MethodSource("weights")
    void areasAreProportionalAndCoverTheWholeWithoutOverlap(List<Long> weights) {
        List<Box> tiles = Treemap.tiles(weights, WHOLE);
        double sum = weights.stream().mapToDouble(Long::doubleValue).sum();
        for (int i = 0; i < tiles.size(); i++) {
            Box tile = tiles.get(i);
            assertThat(tile.area()).isCloseTo(weights.get(i) / sum * WHOLE.area(), within(1e-3));
            assertThat(tile.x()).isGreaterThan(WHOLE.x() - 1e-6);
            assertThat(tile.x() + tile.width()).isLessThan(WHOLE.x() + WHOLE.width() + 1e-6);
            assertThat(tile.y()).isGreaterThan(WHOLE.y() - 1e-6);
            assertThat(tile.y() + tile.height()).isLessThan(WHOLE.y() + WHOLE.height() + 1e-6);
            assertThat(tiles.subList(i + 1, tiles.size())).noneMatch(other -> overlap(tile, other));
        }
        assertThat(tiles.stream().mapToDouble(Box::area).sum()).isCloseTo(WHOLE.area(), within(1e-3));
    }

    @Test
    void tilesOfSimilarWeightsAreAlmostSquare() {
        assertThat(Treemap.tiles(random(3, 200), WHOLE))
                .allMatch(tile -> Math.max(tile.width(), tile.height()) / tile.shorter() < 4);
    }

    @Test
    void tilesThatWouldBeSmallerThanThreePixelsAreNotVisible() {
        assertThat(Treemap.visible(List.of(1_000_000L, 1000L, 1L), WHOLE, 3)).isEqualTo(2);
    }

    private static boolean overlap(Box one, Box other) {
        return one.x() + one.width() > other.x() + 1e-6 && other.x() + other.width() > one.x() + 1e-6
                && one.y() + one.height() > other.y() + 1e-6 && other.y() + other.height() > one.y() + 1e-6;
    }

    private static List<Long> random(long seed, int count) {
        return new Random(seed).longs(count, 1000, 4000).boxed().sorted(Comparator.reverseOrder()).toList();
    }
}
