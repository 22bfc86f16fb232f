package dev.tare.inspection.waste;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import dev.tare.archive.tar.EntryType;
import dev.tare.filetree.FileEntry;
import dev.tare.filetree.FileTree;
import dev.tare.fixture.LayerBuilder;
import dev.tare.image.Digest;
import dev.tare.inspection.DrawnImage;
import dev.tare.inspection.waste.Duplicates.DuplicateContent;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DuplicateFinderTests {

    @Test
    void findWhenFilesHaveTheSameContentCountsAllButOne() {
        Duplicates duplicates = DrawnImage.anImage()
                .layer(l -> l.file("b", "same!").file("a", "same!").file("x", "other"))
                .layer(l -> l.file("c", "same!").file("d", "12").file("e", "12"))
                .inspect()
                .weight()
                .duplicates();
        assertThat(duplicates.contents()).isEqualTo(2);
        assertThat(duplicates.copies()).isEqualTo(3);
        assertThat(duplicates.savable()).isEqualTo(2 * 5 + 2);
        assertThat(duplicates.largest()).extracting(DuplicateContent::copies).containsExactly(3, 2);
        assertThat(duplicates.largest().getFirst().files()).extracting(FileEntry::path).containsExactly("a", "b", "c");
        assertThat(duplicates.largest().getFirst().files()).extracting(FileEntry::layer).containsExactly(0, 0, 1);
    }

    @Test
    void findIgnoresHardLinksEmptyFilesAndHiddenFiles() {
        Duplicates duplicates = DrawnImage.anImage()
                .layer(l -> l.file("a", "one").hardLink("b", "a").file("e1", "").file("e2", "").file("gone", "one"))
                .layer(l -> l.whiteout("gone"))
                .inspect()
                .weight()
                .duplicates();
        assertThat(duplicates).isEqualTo(Duplicates.NONE);
    }

    @Test
    void findWhenThereAreManyKeepsTheLargestAndCountsAll() {
        Duplicates duplicates = DrawnImage.anImage().layer(DuplicateFinderTests::many).inspect().weight().duplicates();
        assertThat(duplicates.contents()).isEqualTo(150);
        assertThat(duplicates.copies()).isEqualTo(150 * 29);
        assertThat(duplicates.savable()).isEqualTo(29L * IntStream.rangeClosed(1, 150).sum());
        assertThat(duplicates.largest()).hasSize(100).first().satisfies(largest -> {
            assertThat(largest.size()).isEqualTo(150);
            assertThat(largest.copies()).isEqualTo(30);
            assertThat(largest.files()).hasSize(20);
        });
        assertThat(duplicates.largest().getLast().size()).isEqualTo(51);
    }

    /** A number keeps its hash if its halves change places. */
    @Test
    void findWhenDigestsHaveTheSameHashComparesThem() {
        Digest one = Digest.parse("sha256:1111111122222222" + "0".repeat(48));
        Digest other = Digest.parse("sha256:2222222211111111" + "0".repeat(48));
        assertThat(one).hasSameHashCodeAs(other);
        FileTree files = FileTree.of(List.of(file("a", one), file("b", other), file("c", one)));
        Duplicates duplicates = DuplicateFinder.find(files, Deadline.of(Limits.DEFAULTS));
        assertThat(duplicates.largest()).singleElement()
                .satisfies(
                        largest -> assertThat(largest.files()).extracting(FileEntry::path).containsExactly("a", "c"));
    }

    private static FileEntry file(String path, Digest content) {
        return new FileEntry(path, EntryType.FILE, 5, 0644, 0, 0, Instant.EPOCH, null, content, null, 0);
    }

    private static void many(LayerBuilder layer) {
        for (int size = 1; size <= 150; size++) {
            for (int copy = 10; copy < 40; copy++) {
                layer.file("f" + size + "-" + copy, "x".repeat(size));
            }
        }
    }
}
