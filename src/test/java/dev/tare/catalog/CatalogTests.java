package dev.tare.catalog;

import java.util.List;

import dev.tare.comparison.Comparison;
import dev.tare.image.Compression;
import dev.tare.inspection.Inspection;
import dev.tare.limits.ByteSize;
import org.junit.jupiter.api.Test;

import static dev.tare.catalog.TestInspections.inspection;
import static org.assertj.core.api.Assertions.assertThat;

class CatalogTests {

    private final Catalog catalog =
            new Catalog(new CatalogProperties(4, 3, ByteSize.of(inspection("x", "x", 1000).heapSize()),
                    ByteSize.of(1)));

    @Test
    void findReturnsTheKeptComparison() {
        KeptComparison kept = this.catalog.keep(comparison("a", "b"));
        assertThat(this.catalog.find(kept.id())).isEqualTo(kept);
    }

    @Test
    void findWhenNothingIsKeptGivesNull() {
        assertThat(this.catalog.find("0123")).isNull();
    }

    @Test
    void keepWhenSameImagesAndNamesGivesSameId() {
        assertThat(this.catalog.keep(comparison("a", "b")).id())
                .isEqualTo(this.catalog.keep(comparison("a", "b")).id());
        assertThat(this.catalog.recent()).hasSize(1);
    }

    @Test
    void keepWhenOrderOrNameOrStorageDiffersGivesAnotherId() {
        Inspection image = inspection("a", "a", 1);
        Inspection other = inspection("b", "b", 1);
        Inspection plain = inspection("b", "b", 1, Compression.NONE);
        assertThat(List.of(List.of(image, other), List.of(other, image), List.of(image, other.withName("c")),
                List.of(image, plain))).extracting(images -> this.catalog.keep(new Comparison(images)).id())
                .doesNotHaveDuplicates();
    }

    @Test
    void keepWhenImageIsSharedKeepsItOnceUnderItsNames() {
        this.catalog.keep(comparison("a", "b"));
        Inspection renamed = inspection("other", "a", 1);
        KeptComparison kept = this.catalog.keep(new Comparison(List.of(renamed, inspection("c", "c", 1))));
        assertThat(kept.comparison().images()).extracting(image -> image.image().name()).containsExactly("other", "c");
        assertThat(kept.comparison().images().getFirst().files())
                .isSameAs(this.catalog.recent().getLast().comparison().images().getFirst().files());
    }

    @Test
    void recentGivesMostRecentlyUsedFirst() {
        String first = this.catalog.keep(comparison("a", "b")).id();
        String second = this.catalog.keep(comparison("b", "c")).id();
        this.catalog.find(first);
        assertThat(this.catalog.recent()).extracting(KeptComparison::id).containsExactly(first, second);
    }

    @Test
    void keepWhenTooManyInspectionsDropsLeastRecentlyUsedWithItsComparisons() {
        String first = this.catalog.keep(comparison("a", "b")).id();
        String second = this.catalog.keep(comparison("c", "d")).id();
        this.catalog.find(first);
        this.catalog.keep(comparison("e", "f"));
        assertThat(this.catalog.find(second)).isNull();
        assertThat(this.catalog.find(first)).isNotNull();
    }

    @Test
    void keepWhenTooLargeDropsLeastRecentlyUsed() {
        String first = this.catalog.keep(comparison("a", "b")).id();
        String second = this.catalog
                .keep(new Comparison(List.of(inspection("c", "c", 500), inspection("d", "d", 499))))
                .id();
        assertThat(this.catalog.recent()).extracting(KeptComparison::id).containsExactly(second);
        assertThat(this.catalog.find(first)).isNull();
    }

    @Test
    void keepWhenOneComparisonExceedsAllBoundsKeepsItAlone() {
        this.catalog.keep(comparison("a", "b"));
        String big =
                this.catalog.keep(new Comparison(List.of(inspection("c", "c", 5000), inspection("d", "d", 1)))).id();
        assertThat(this.catalog.recent()).extracting(KeptComparison::id).containsExactly(big);
    }

    @Test
    void keepWhenTooManyComparisonsDropsLeastRecentlyUsed() {
        String first = this.catalog.keep(comparison("a", "b")).id();
        this.catalog.keep(comparison("b", "a"));
        this.catalog.keep(comparison("a", "c"));
        this.catalog.keep(comparison("c", "a"));
        assertThat(this.catalog.recent()).hasSize(3).extracting(KeptComparison::id).doesNotContain(first);
    }

    @Test
    void keepForGoodOutlivesAllOthers() {
        String forGood = this.catalog.keepForGood(comparison("a", "b")).id();
        for (String other : List.of("c", "d", "e", "f", "g")) {
            this.catalog.keep(comparison(other, other + other));
        }
        assertThat(this.catalog.find(forGood)).isNotNull();
    }

    @Test
    void keepOfManyComparisonsOfOneClientLeavesThoseOfOthers() {
        String forGood = this.catalog.keepForGood(comparison("a", "a")).id();
        String honest = this.catalog.keep(comparison("b", "b"), "honest").id();
        for (int i = 0; i < 64; i++) {
            this.catalog.keep(comparison("x" + i, "x" + i), "flooding");
        }
        assertThat(this.catalog.find(honest)).isNotNull();
        assertThat(this.catalog.find(forGood)).isNotNull();
        assertThat(this.catalog.recent()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void keepWhenItIsKeptGivesTheOldComparison() {
        KeptComparison old = this.catalog.keep(comparison("a", "b"), "first");
        KeptComparison again = this.catalog.keep(comparison("a", "b"), "second");
        assertThat(again.comparison()).isSameAs(old.comparison());
        assertThat(this.catalog.find(old.id()).comparison()).isSameAs(old.comparison());
    }

    @Test
    void keepWhenItIsKeptLeavesItToItsClient() {
        String honest = this.catalog.keep(comparison("a", "b"), "honest").id();
        this.catalog.keep(comparison("a", "b"), "flooding");
        for (int i = 0; i < 64; i++) {
            this.catalog.keep(comparison("x" + i, "x" + i), "flooding");
        }
        assertThat(this.catalog.find(honest)).isNotNull();
    }

    @Test
    void keepWhenItIsKeptRecordsTheUse() {
        String first = this.catalog.keep(comparison("a", "a"), "client").id();
        String second = this.catalog.keep(comparison("b", "b"), "client").id();
        this.catalog.keep(comparison("a", "a"), "client");
        assertThat(this.catalog.recent()).extracting(KeptComparison::id).containsExactly(first, second);
    }

    @Test
    void keepForGoodOfComparisonOfAClientKeepsItForGood() {
        KeptComparison sent = this.catalog.keep(comparison("a", "a"), "client");
        KeptComparison forGood = this.catalog.keepForGood(comparison("a", "a"));
        assertThat(forGood.comparison()).isSameAs(sent.comparison());
        for (int i = 0; i < 64; i++) {
            this.catalog.keep(comparison("x" + i, "x" + i), "client");
        }
        assertThat(this.catalog.find(sent.id())).isNotNull();
    }

    @Test
    void keepOfComparisonThatIsKeptForGoodLeavesItForGood() {
        String forGood = this.catalog.keepForGood(comparison("a", "a")).id();
        this.catalog.keep(comparison("a", "a"), "client");
        for (int i = 0; i < 64; i++) {
            this.catalog.keep(comparison("x" + i, "x" + i), "client");
        }
        assertThat(this.catalog.find(forGood)).isNotNull();
    }

    private static Comparison comparison(String first, String second) {
        return new Comparison(List.of(inspection(first, first, 1), inspection(second, second, 1)));
    }
}
