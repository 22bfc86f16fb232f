package dev.tare.web;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
        ReportCache probe = new ReportCache(TestQueues.reports(), Long.MAX_VALUE);
        probe.facts(CLIENT, this.kept);
        ReportCache cache = new ReportCache(TestQueues.reports(), probe.size());
        cache.facts(CLIENT, this.kept);
        cache.facts(CLIENT, kept("c", "d"));
        assertThat(cache.size()).isPositive().isLessThanOrEqualTo(probe.size());
        assertThat(cache.facts(CLIENT, this.kept).images()).hasSize(2);
        assertThat(cache.built()).isEqualTo(3);
    }

    @Test
    void partLargerThanTheCacheIsNotKept() {
        ReportCache cache = new ReportCache(TestQueues.reports(), 1);
        assertThat(cache.facts(CLIENT, this.kept).images()).hasSize(2);
        assertThat(cache.size()).isZero();
    }

    /** The catalog gives the same identifier to a comparison that it keeps again. */
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

    private static KeptComparison kept(String first, String second) {
        return new KeptComparison(first + second, new Comparison(List.of(image(first), image(second))));
    }

    private static Inspection image(String name) {
        return InspectionBuilder.image(name).layer(name).file("opt/" + name, 0755, 0, 0, name).build();
    }
}
