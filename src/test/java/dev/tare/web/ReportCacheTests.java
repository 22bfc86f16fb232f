package dev.tare.web;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.catalog.KeptComparison;
import dev.tare.catalog.TestQueues;
import dev.tare.comparison.Comparison;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.Inspection;
import dev.tare.report.ComparisonFacts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReportCacheTests {

    private static final String CLIENT = "192.0.2.1";

    private final KeptComparison kept = kept("a", "b");

    @Test
    void factsAreBuiltOnce() {
        ReportCache cache = new ReportCache(TestQueues.reports(), Long.MAX_VALUE);
        assertThat(cache.facts(CLIENT, this.kept)).isSameAs(cache.facts(CLIENT, this.kept));
        assertThat(cache.difference(CLIENT, this.kept, 0, 1)).isSameAs(cache.difference(CLIENT, this.kept, 0, 1))
                .isNotEqualTo(cache.difference(CLIENT, this.kept, 1, 0));
        assertThat(cache.built()).isEqualTo(3);
    }

    @Test
    void partsAreEvictedAndBuiltAgain() {
        ReportCache cache = cacheOf(4);
        cache.facts(CLIENT, this.kept);
        for (String name : List.of("c", "d", "e", "f")) {
            cache.facts(CLIENT, kept(name, name));
        }
        assertThat(cache.size()).isPositive().isLessThanOrEqualTo(4 * size(this.kept));
        assertThat(cache.facts(CLIENT, this.kept).images()).hasSize(2);
        assertThat(cache.built()).isEqualTo(6);
    }

    @Test
    void largePartIsNotKeptAndEvictsNoOther() {
        ReportCache cache = cacheOf(4);
        cache.facts(CLIENT, this.kept);
        KeptComparison large = kept("large", "l".repeat(1000));
        assertThat(size(large)).isGreaterThan(size(this.kept)).isLessThan(4 * size(this.kept));
        assertThat(cache.facts(CLIENT, large).images()).hasSize(2);
        assertThat(cache.size()).isEqualTo(size(this.kept));
        cache.facts(CLIENT, this.kept);
        assertThat(cache.built()).isEqualTo(2);
    }

    @Test
    void partLargerThanTheCacheIsNotKeptAndEvictsNoOther() {
        ReportCache cache = cacheOf(4);
        cache.facts(CLIENT, this.kept);
        KeptComparison larger = new KeptComparison("larger",
                new Comparison(IntStream.range(0, 50).mapToObj(i -> image("image" + i)).toList()));
        assertThat(size(larger)).isGreaterThan(4 * size(this.kept));
        assertThat(cache.facts(CLIENT, larger).images()).hasSize(50);
        assertThat(cache.size()).isEqualTo(size(this.kept));
        cache.facts(CLIENT, this.kept);
        assertThat(cache.built()).isEqualTo(2);
    }

    @Test
    void clientThatUsesMostLosesItsPartsFirst() {
        ReportCache cache = cacheOf(4);
        cache.facts(CLIENT, this.kept);
        for (int i = 0; i < 10; i++) {
            cache.facts("192.0.2.2", kept("x", String.valueOf(i)));
        }
        cache.facts(CLIENT, this.kept);
        assertThat(cache.built()).isEqualTo(11);
    }

    /** The catalog gives the same identifier to a comparison that it keeps again after it was evicted. */
    @Test
    void partsBelongToOneComparison() {
        ReportCache cache = new ReportCache(TestQueues.reports(), Long.MAX_VALUE);
        cache.facts(CLIENT, this.kept);
        cache.facts(CLIENT, new KeptComparison(this.kept.id(), kept("x", "y").comparison()));
        assertThat(cache.built()).isEqualTo(2);
    }

    @Test
    void requestsAtTheSameTimeBuildOnePart() throws Exception {
        ReportCache cache = new ReportCache(TestQueues.reports(), Long.MAX_VALUE);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<ComparisonFacts>> requests =
                    Stream.<Callable<ComparisonFacts>>generate(() -> () -> cache.facts(CLIENT, this.kept))
                            .limit(32)
                            .toList();
            for (Future<ComparisonFacts> facts : threads.invokeAll(requests)) {
                assertThat(facts.get()).isSameAs(cache.facts(CLIENT, this.kept));
            }
        }
        assertThat(cache.built()).isOne();
    }

    /** A cache with room for this many parts of the size of the small one. */
    private ReportCache cacheOf(int parts) {
        return new ReportCache(TestQueues.reports(), parts * size(this.kept));
    }

    private static long size(KeptComparison kept) {
        ReportCache cache = new ReportCache(TestQueues.reports(), Long.MAX_VALUE);
        cache.facts(CLIENT, kept);
        return cache.size();
    }

    private static KeptComparison kept(String first, String second) {
        return new KeptComparison(first + second, new Comparison(List.of(image(first), image(second))));
    }

    private static Inspection image(String name) {
        return InspectionBuilder.image(name).layer(name).file("opt/" + name, 0755, 0, 0, name).build();
    }
}
