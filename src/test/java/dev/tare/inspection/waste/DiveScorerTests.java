package dev.tare.inspection.waste;

import dev.tare.inspection.DrawnImage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The expected figures follow from dive's {@code filetree/efficiency.go}. */
class DiveScorerTests {

    @Test
    void scoreOfOneLayerIsOne() {
        assertEfficiency(DrawnImage.anImage().layer(l -> l.file("a", "12345").directory("d").symlink("s", "a")), 5, 5);
        assertThat(DrawnImage.anImage().layer(l -> l.directory("d")).inspect().weight().efficiency().score())
                .isEqualTo(1);
    }

    @Test
    void scoreWhenAFileIsReplacedUsesTheSmallerSize() {
        DrawnImage image = DrawnImage.anImage()
                .layer(l -> l.file("a", "12345").file("b", "123"))
                .layer(l -> l.file("a", "12"));
        assertEfficiency(image, 2 + 3, 5 + 2 + 3);
        assertThat(image.inspect().weight().efficiency().score()).isEqualTo(0.5);
        assertThat(image.inspect().weight().sizes().wasted()).isEqualTo(5);
    }

    @Test
    void scoreWhenAFileIsDeletedUsesZero() {
        assertEfficiency(DrawnImage.anImage()
                .layer(l -> l.file("d/a", "12345").file("b", "123"))
                .layer(l -> l.whiteout("d/a")), 3, 8);
    }

    @Test
    void scoreWhenAFolderIsDeletedAddsItsContentsToBothSums() {
        assertEfficiency(DrawnImage.anImage()
                .layer(l -> l.directory("d").file("d/a", "12345").file("d/e/b", "1").file("d-", "123").file("d0", "7"))
                .layer(l -> l.whiteout("d")), 10 + 6, 10 + 6);
    }

    @Test
    void scoreWhenAFolderIsDeletedTwiceAddsOnlyNewContents() {
        assertEfficiency(DrawnImage.anImage()
                .layer(l -> l.directory("d").file("d/a", "12345"))
                .layer(l -> l.whiteout("d"))
                .layer(l -> l.directory("d").file("d/b", "12"))
                .layer(l -> l.whiteout("d")), 5 + 2 + 2, 5 + 5 + 2 + 2);
    }

    @Test
    void scoreWhenTheDeletedFolderHasNoEntryAddsNothing() {
        assertEfficiency(DrawnImage.anImage().layer(l -> l.file("d/a", "12345")).layer(l -> l.whiteout("d")), 5, 5);
    }

    @Test
    void scoreWhenAFolderIsOpaqueAddsNothing() {
        assertEfficiency(DrawnImage.anImage()
                .layer(l -> l.directory("d").file("d/a", "12345"))
                .layer(l -> l.directory("d").opaque("d").file("d/b", "12")), 7, 7);
    }

    @Test
    void scoreWhenAnEmptyFolderReplacesAFileUsesZero() {
        assertEfficiency(DrawnImage.anImage().layer(l -> l.file("a", "12345")).layer(l -> l.directory("a")), 0, 5);
        assertEfficiency(DrawnImage.anImage().layer(l -> l.file("a", "12345")).layer(l -> l.file("a/b", "1")), 6, 6);
    }

    @Test
    void scoreWhenALayerRepeatsAPathUsesTheLastEntry() {
        assertEfficiency(DrawnImage.anImage().layer(l -> l.file("a", "12345").file("a", "12")), 2, 2);
        assertEfficiency(DrawnImage.anImage()
                .layer(l -> l.file("a", "123"))
                .layer(l -> l.file("a", "1").file("a", "12345")), 3, 8);
    }

    @Test
    void scoreCountsTheKeptCopyAndHardLinksAsZero() {
        assertEfficiency(DrawnImage.anImage()
                .layer(l -> l.file("a", "12345").hardLink("b", "a"))
                .layer(l -> l.file("a", "12345")), 5, 10);
    }

    @Test
    void scoreWhenAWhiteoutHidesNothingIgnoresTheWhiteout() {
        assertEfficiency(DrawnImage.anImage()
                .layer(l -> l.file("z", "12345"))
                .layer(l -> l.whiteout("nothing").file("z", "12345")), 5, 10);
    }

    @Test
    void wastedBytesAreThoseOfAllPathsThatOccurTwice() {
        assertThat(wasted(DrawnImage.anImage()
                .layer(l -> l.file("a", "12345").file("b", "123").file("c", "1"))
                .layer(l -> l.file("a", "12").whiteout("b")))).isEqualTo(5 + 2 + 3);
        assertThat(wasted(DrawnImage.anImage().layer(l -> l.file("a", "12345").file("a", "12")))).isZero();
    }

    private static long wasted(DrawnImage image) {
        return image.inspect().weight().efficiency().wasted();
    }

    private static void assertEfficiency(DrawnImage image, long smallest, long all) {
        DiveEfficiency efficiency = image.inspect().weight().efficiency();
        assertThat(efficiency.smallest()).isEqualTo(smallest);
        assertThat(efficiency.all()).isEqualTo(all);
    }
}
