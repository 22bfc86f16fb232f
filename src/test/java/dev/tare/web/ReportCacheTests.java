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
import dev.tare.report.DifferenceReport;
import dev.tare.web.ReportCache.Pair;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReportCacheTests {

    private static final String CLIENT = "192.0.2.1";

    private final KeptComparison kept = kept("a", "b");

    @Test
    void factsAreBuiltOnce() {
        ReportCache cache = new ReportCache(TestQueues.reports(), Long.MAX_VALUE);
        assertThat(facts(cache, CLIENT, this.kept)).isSameAs(facts(cache, CLIENT, this.kept));
        assertThat(difference(cache, 0, 1)).isSameAs(difference(cache, 0, 1)).isNotEqualTo(difference(cache, 1, 0));
        assertThat(cache.built()).isEqualTo(3);
    }

    @Test
    void partsAreEvictedAndBuiltAgain() {
        ReportCache cache = cacheOf(4);
        facts(cache, CLIENT, this.kept);
        for (String name : List.of("c", "d", "e", "f")) {
            facts(cache, CLIENT, kept(name, name));
        }
        assertThat(cache.size()).isPositive().isLessThanOrEqualTo(4 * size(this.kept));
        assertThat(facts(cache, CLIENT, this.kept).images()).hasSize(2);
        assertThat(cache.built()).isEqualTo(6);
    }

    @Test
    void largePartIsNotKeptAndEvictsNoOther() {
        ReportCache cache = cacheOf(4);
        facts(cache, CLIENT, this.kept);
        KeptComparison large = kept("large", "l".repeat(1000));
        assertThat(size(large)).isGreaterThan(size(this.kept)).isLessThan(4 * size(this.kept));
        assertThat(facts(cache, CLIENT, large).images()).hasSize(2);
        assertThat(cache.size()).isEqualTo(size(this.kept));
        facts(cache, CLIENT, this.kept);
        assertThat(cache.built()).isEqualTo(2);
    }

    @Test
    void partLargerThanTheCacheIsNotKeptAndEvictsNoOther() {
        ReportCache cache = cacheOf(4);
        facts(cache, CLIENT, this.kept);
        KeptComparison larger = new KeptComparison("larger",
                new Comparison(IntStream.range(0, 50).mapToObj(i -> image("image" + i)).toList()));
        assertThat(size(larger)).isGreaterThan(4 * size(this.kept));
        assertThat(facts(cache, CLIENT, larger).images()).hasSize(50);
        assertThat(cache.size()).isEqualTo(size(this.kept));
        facts(cache, CLIENT, this.kept);
        assertThat(cache.built()).isEqualTo(2);
    }

    @Test
    void clientThatUsesMostLosesItsPartsFirst() {
        ReportCache cache = cacheOf(4);
        facts(cache, CLIENT, this.kept);
        for (int i = 0; i < 10; i++) {
            facts(cache, "192.0.2.2", kept("x", String.valueOf(i)));
        }
        facts(cache, CLIENT, this.kept);
        assertThat(cache.built()).isEqualTo(11);
    }

    @Test
    void partThatIsNotKeptHoldsHeapUntilTheAnswerIsWritten() {
        ReportCache cache = cacheOf(4);
        assertThat(cache.parts(CLIENT, this.kept, List.of()).turn()).isNull();
        assertThat(cache.parts(CLIENT, kept("large", "l".repeat(1000)), List.of()).turn()).isNotNull();
        assertThat(cache.parts(CLIENT, this.kept, List.of()).turn()).isNull();
    }

    /** The catalog gives the same identifier to a comparison that it keeps again after it was evicted. */
    @Test
    void partsBelongToOneComparison() {
        ReportCache cache = new ReportCache(TestQueues.reports(), Long.MAX_VALUE);
        facts(cache, CLIENT, this.kept);
        facts(cache, CLIENT, new KeptComparison(this.kept.id(), kept("x", "y").comparison()));
        assertThat(cache.built()).isEqualTo(2);
    }

    @Test
    void requestsAtTheSameTimeBuildOnePart() throws Exception {
        ReportCache cache = new ReportCache(TestQueues.reports(), Long.MAX_VALUE);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<ComparisonFacts>> requests =
                    Stream.<Callable<ComparisonFacts>>generate(() -> () -> facts(cache, CLIENT, this.kept))
                            .limit(32)
                            .toList();
            for (Future<ComparisonFacts> facts : threads.invokeAll(requests)) {
                assertThat(facts.get()).isSameAs(facts(cache, CLIENT, this.kept));
            }
        }
        assertThat(cache.built()).isOne();
    }

    private static ComparisonFacts facts(ReportCache cache, String client, KeptComparison kept) {
        return cache.parts(client, kept, List.of()).facts();
    }

    private DifferenceReport difference(ReportCache cache, int from, int to) {
        return cache.parts(CLIENT, this.kept, List.of(new Pair(from, to))).differences().getFirst();
    }

    /** A cache with room for this many parts of the size of the small one. */
    private ReportCache cacheOf(int parts) {
        return new ReportCache(TestQueues.reports(), parts * size(this.kept));
    }

    private static long size(KeptComparison kept) {
        ReportCache cache = new ReportCache(TestQueues.reports(), Long.MAX_VALUE);
        facts(cache, CLIENT, kept);
        return cache.size();
    }

    private static KeptComparison kept(String first, String second) {
        return new KeptComparison(first + second, new Comparison(List.of(image(first), image(second))));
    }

    private static Inspection image(String name) {
        return InspectionBuilder.image(name).layer(name).file("opt/" + name, 0755, 0, 0, name).build();
    }
}
