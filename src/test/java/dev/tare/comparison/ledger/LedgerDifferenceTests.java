package dev.tare.comparison.ledger;

import java.util.List;

import dev.tare.fixture.InspectionBuilder;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.ledger.Chapter;
import dev.tare.inspection.ledger.Ledger;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class LedgerDifferenceTests {

    @Test
    void runtimeAtAnotherPathMakesNoDifference() {
        LedgerDifference difference = between(
                image("a").java("opt/java", "Temurin", "25").file("opt/java/lib/modules", 70),
                image("b").java("usr/lib/jvm/temurin", "Temurin", "25").file("usr/lib/jvm/temurin/lib/modules", 70));
        assertThat(difference.entries()).isEmpty();
        assertThat(difference.lines()).singleElement().satisfies(line -> assertThat(line.before()).isEqualTo(70));
    }

    @Test
    void ownerHasItsVersionsAndLayersBeforeAndAfter() {
        LedgerDifference difference = between(
                image("a").dpkg("bash", "5.1").file("bin/bash", 70).packaged("bin/bash", "bash"),
                image("b").layer("update").dpkg("bash", "5.2").file("bin/bash", 90).packaged("bin/bash", "bash"));
        LineChange line = difference.lines().getFirst();
        assertThat(line.chapter()).isEqualTo(Chapter.OS_PACKAGES);
        assertThat(line.explanation()).isNotNull();
        assertThat(line.growth()).isEqualTo(20);
        assertThat(line.owners()).singleElement().satisfies(bash -> {
            assertThat(bash.growth()).isEqualTo(20);
            assertThat(bash.from()).isNotNull();
            assertThat(bash.from().versions()).containsExactly("5.1");
            assertThat(bash.from().layers()).containsExactly(0);
            assertThat(bash.to()).isNotNull();
            assertThat(bash.to().versions()).containsExactly("5.2");
            assertThat(bash.to().layers()).containsExactly(1);
        });
    }

    @Test
    void entriesJoinTheLinesOfATopicAndComeInOrderOfTheirChange() {
        LedgerDifference difference = between(
                image("a").file("usr/share/locale/a", 30).file("usr/share/i18n/b", 40).file("opt/a/b", 5),
                image("b").file("usr/share/man/c", 60));
        assertThat(difference.entries()).containsExactly(new EntryChange("Locales and translations", 70, 0, 35L, 0L),
                new EntryChange("Documentation", 0, 60, 0L, 30L),
                new EntryChange("Folder without a package: /opt/a", 5, 0, 2L, 0L));
        assertThat(difference.share(1)).isEqualTo(70 / 135.0, within(1e-9));
        assertThat(difference.share(10)).isEqualTo(1);
    }

    @Test
    void eachLibraryThatChangedHasItsOwnEntry() {
        assertThat(between(image("a").jar("app/a.jar", "g", "a", "1", 10, "a").jar("app/b.jar", "g", "b", "1", 5, "b"),
                image("b").jar("app/a.jar", "g", "a", "1", 10, "a")
                        .jar("app/b.jar", "g", "b", "2", 6, "c")
                        .jar("app/c.jar", "g", "c", "1", 9, "d"))
                .entries())
                .containsExactly(new EntryChange("Java libraries: g:c", 0, 9, 0L, 4L),
                        new EntryChange("Java libraries: g:b", 5, 6, 2L, 3L));
    }

    @Test
    void entriesWithTheWastedBytesAddUpToTheUncompressedGrowth() {
        Inspection from = image("a").file("usr/share/man/a", 30).build();
        Inspection to = image("b").layer("delete").file("usr/share/man/a", 40).wasted("tmp/a", 50, 0, 1).build();
        List<EntryChange> entries = LedgerDifference.between(Ledger.of(from), Ledger.of(to)).entries();
        assertThat(entries).contains(new EntryChange(LedgerDifference.WASTED, 0, 50, 0L, 25L));
        assertThat(entries.stream().mapToLong(EntryChange::growth).sum())
                .isEqualTo(to.weight().sizes().uncompressed() - from.weight().sizes().uncompressed());
        assertThat(entries.stream().mapToLong(EntryChange::compressedAfter).sum())
                .isEqualTo(to.weight().sizes().compressed());
    }

    @Test
    void equalImagesAreExplainedWhole() {
        assertThat(between(image("a").file("a", 1), image("b").file("a", 1)).share(10)).isEqualTo(1);
    }

    @Test
    void linesThatDoNotAddUpAreAnError() {
        Ledger some = Ledger.of(image("a").file("a", 1).build());
        Ledger none = Ledger.of(image("a").build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LedgerDifference(none.sizes(), some.sizes(), null, null, List.of()));
    }

    private static InspectionBuilder image(String name) {
        return InspectionBuilder.image(name).layer("base");
    }

    private static LedgerDifference between(InspectionBuilder from, InspectionBuilder to) {
        return LedgerDifference.between(Ledger.of(from.build()), Ledger.of(to.build()));
    }
}
