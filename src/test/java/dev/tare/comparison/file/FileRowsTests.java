package dev.tare.comparison.file;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.tare.archive.tar.EntryType;
import dev.tare.filetree.FileEntry;
import dev.tare.fixture.InspectionBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FileRowsTests {

    @Test
    void compareListsDifferingPathsLargestFirst() {
        FileMatrix files = compare(10, image().file("same", 7).file("b", 5).file("a", 5),
                image().file("same", 7).file("c", 9), image().file("same", 7).file("b", 5).file("d", 1));
        assertThat(files.same()).isEqualTo(1);
        assertThat(files.differing()).isEqualTo(4);
        assertThat(files.largest()).extracting(FileMatrix.Row::path).containsExactly("c", "a", "b", "d");
        assertThat(files.images()).containsExactly(new FileMatrix.PathCount(2, 10), new FileMatrix.PathCount(1, 9),
                new FileMatrix.PathCount(2, 6));
        assertThat(files.largest().get(2).entries()).extracting(Optional::isPresent)
                .containsExactly(true, false, true);
        assertThat(files.largest().get(2).contents()).containsOnly(Optional.empty());
    }

    @Test
    void compareWhenThereAreManyPathsListsTheLargestAndCountsAll() {
        InspectionBuilder many = image();
        IntStream.range(0, 500).forEach(i -> many.file("f%03d".formatted(i), (i * 7L) % 500));
        FileMatrix files = compare(3, many, image(), image());
        assertThat(files.differing()).isEqualTo(500);
        assertThat(files.largest()).extracting(row -> row.entries().getFirst().orElseThrow().size())
                .containsExactly(499L, 498L, 497L);
    }

    @Test
    void compareMarksDistinctContentsByLetters() {
        FileMatrix.Row row = compare(1, image().file("f", 5, 0644, "x"), image().file("f", 5, 0755, "y"), image(),
                image().file("f", 5, 0644, "x")).largest().getFirst();
        assertThat(row.contents()).containsExactly(Optional.of("A"), Optional.of("B"), Optional.empty(),
                Optional.of("A"));
        assertThat(row.aspects()).containsExactly(Aspect.CONTENT, Aspect.MODE);
    }

    @Test
    void compareWhenOnlyTheModeOfALinkDiffersReportsTheSame() {
        FileEntry strict = new FileEntry("f", EntryType.SYMBOLIC_LINK, 0, 0644, 0, 0, Instant.EPOCH, "g", null, null,
                0);
        FileMatrix files = compare(1, image().link("f", "g"), image().entry(strict), image().link("f", "g"));
        assertThat(files.same()).isEqualTo(1);
        assertThat(files.differing()).isZero();
    }

    @Test
    void compareCountsHardLinkedContentOnce() {
        FileMatrix files = compare(5, image().file("a", 100).hardLink("b", "a"), image(), image());
        assertThat(files.images().getFirst()).isEqualTo(new FileMatrix.PathCount(2, 100));
    }

    private static FileMatrix compare(int most, InspectionBuilder... images) {
        return FileRows.compare(List.of(images).stream().map(image -> image.build().files()).toList(), most);
    }

    private static InspectionBuilder image() {
        return InspectionBuilder.image("image").layer("layer");
    }
}
