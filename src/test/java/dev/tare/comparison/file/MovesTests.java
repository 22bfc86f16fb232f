package dev.tare.comparison.file;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import dev.tare.comparison.Difference;
import dev.tare.comparison.change.Change;
import dev.tare.comparison.file.FileDifference.MovedFile;
import dev.tare.comparison.file.FileDifference.Tally;
import dev.tare.fixture.InspectionBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MovesTests {

    @Test
    void fileWithTheSameContentAtAnotherPathIsMoved() {
        FileDifference files = files(image().file("opt/a", 10, 0644, "a").file("b", 5, 0644, "b"),
                image().file("srv/a", 10, 0600, "a").file("b", 5, 0644, "b"));
        assertThat(files.moves()).singleElement().satisfies(file -> {
            assertThat(file.from().path()).isEqualTo("opt/a");
            assertThat(file.to().path()).isEqualTo("srv/a");
        });
        assertThat(files.changes()).isEmpty();
        assertThat(files.moved()).isEqualTo(new Tally(1, 10, 10));
        assertThat(files.added()).isEqualTo(Tally.NONE);
        assertThat(files.removed()).isEqualTo(Tally.NONE);
    }

    @Test
    void movedFileHasItsOtherDifferences() {
        FileDifference files = files(
                image().file("a", 1, 0644, "a").file("b", 1, 0644, "b").file("c", 1, 0644, "c"),
                image().file("d/a", 1, 0600, "a").file("d/b", 0644, 1000, 0, "b").file("d/c", 1, 0644, "c"));
        assertThat(files.moves()).extracting(MovedFile::aspects)
                .containsExactly(Set.of(Aspect.MODE), Set.of(Aspect.OWNER), Set.of());
    }

    @Test
    void copyOfAnUnmodifiedFileIsAdded() {
        FileDifference files = files(image().file("a", 10, 0644, "a"),
                image().file("a", 10, 0644, "a").file("b", 10, 0644, "a"));
        assertThat(files.moves()).isEmpty();
        assertThat(files.added().paths()).isEqualTo(1);
    }

    @Test
    void filesWithTheSameContentArePairedByName() {
        FileDifference files = files(image().file("old/x", 1, 0644, "s").file("old/y", 1, 0644, "s"),
                image().file("new/a/y", 1, 0644, "s").file("new/x", 1, 0644, "s").file("new/z", 1, 0644, "s"));
        assertThat(files.moves()).extracting(file -> file.from().path() + " " + file.to().path())
                .containsExactly("old/y new/a/y", "old/x new/x");
        assertThat(files.of(Change.ADDED)).extracting(FileChange::path).containsExactly("new/z");
    }

    @Test
    void emptyFilesHardLinksAndFoldersAreNotMoved() {
        FileDifference files = files(image().file("e", 0, 0644, "").folder("d", 0755).file("a", 9, 0644, "a"),
                image().file("f", 0, 0644, "").folder("g", 0755).file("b", 9, 0644, "a").hardLink("c", "b"));
        assertThat(files.moves()).extracting(file -> file.to().path()).containsExactly("b");
        assertThat(files.of(Change.ADDED)).extracting(FileChange::path).containsExactly("c", "f", "g");
    }

    @Test
    void talliesAddUpToTheVisibleSizesOfBothImages() {
        InspectionBuilder from = image();
        InspectionBuilder to = image();
        IntStream.range(0, 50).forEach(i -> from.file("a" + i, i, 0644, "c" + i % 7 + "-" + i));
        IntStream.range(0, 50).forEach(i -> to.file((i % 3 == 0 ? "a" : "b") + i, i, 0644, "c" + i % 7 + "-" + i));
        FileDifference files = files(from, to);
        List<Tally> all = List.of(files.added(), files.removed(), files.modified(), files.moved(), files.unmodified());
        assertThat(all.stream().mapToLong(Tally::fromBytes).sum()).isEqualTo(from.build().files().visibleSize());
        assertThat(all.stream().mapToLong(Tally::toBytes).sum()).isEqualTo(to.build().files().visibleSize());
        assertThat(files.moved().paths()).isPositive();
    }

    private static FileDifference files(InspectionBuilder from, InspectionBuilder to) {
        return Difference.between(from.build(), to.build()).files();
    }

    private static InspectionBuilder image() {
        return InspectionBuilder.image("image").layer("layer");
    }
}
