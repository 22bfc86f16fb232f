package dev.tare.filetree.merge;

import java.util.List;
import java.util.function.Consumer;

import dev.tare.archive.tar.EntryType;
import dev.tare.filetree.FileEntry;
import dev.tare.filetree.InvalidLayerException;
import dev.tare.fixture.LayerBuilder;
import dev.tare.inspection.DrawnImage;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.Sizes;
import dev.tare.limits.LimitExceededException;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LayerMergerTests {

    @Test
    void upperFileReplacesLowerOne() {
        Inspection inspection = inspect(l -> l.file("a", "lower"), l -> l.file("a", "up", 0600));
        assertThat(inspection.files().entries()).singleElement().satisfies(file -> {
            assertThat(file.size()).isEqualTo(2);
            assertThat(file.mode()).isEqualTo(0600);
            assertThat(file.layer()).isEqualTo(1);
        });
        assertThat(inspection.weight().waste()).containsExactly(new WastedFile("a", 5, 0, 1));
    }

    @Test
    void upperFileOfTheSameContentIsMarkedAsRepeated() {
        Inspection inspection = inspect(l -> l.file("a", "same", 0644).file("b", "same").file("c", "same"),
                l -> l.file("a", "same", 0600).whiteout("b").file("c", "else"));
        assertThat(inspection.weight().waste()).containsExactlyInAnyOrder(new WastedFile("a", 4, 0, 1, true),
                new WastedFile("b", 4, 0, 1, false), new WastedFile("c", 4, 0, 1, false));
    }

    @Test
    void wastedBytesAreUncompressedLessVisibleWithTheKeptCopyNotCounted() {
        Inspection inspection = inspect(l -> l.file("a", "12345").hardLink("b", "a").file("d/x", "123"),
                l -> l.file("a", "1234567"), l -> l.file("a", "12").whiteout("d"), l -> l.whiteout("b"));
        assertThat(inspection.weight().waste()).containsExactly(new WastedFile("a", 7, 1, 2),
                new WastedFile("a", 5, 0, 3),
                new WastedFile("d/x", 3, 0, 2));
        assertThat(inspection.weight().sizes().wasted()).isEqualTo(7 + 5 + 3);
        assertThat(inspection.weight().sizes().visible()).isEqualTo(2);
    }

    @Test
    void whiteoutDeletesFile() {
        Inspection inspection = inspect(l -> l.file("etc/a", "lower").file("etc/b", "b"), l -> l.whiteout("etc/a"));
        assertPaths(inspection).containsExactly("etc", "etc/b");
        assertThat(inspection.weight().waste()).containsExactly(new WastedFile("etc/a", 5, 0, 1));
    }

    @Test
    void whiteoutDeletesAFolderAndItsContents() {
        Inspection inspection = inspect(
                l -> l.file("opt/a/x", "1").file("opt/a/b/y", "22").file("opt/a-b", "333").file("opt/a0", "4444"),
                l -> l.whiteout("opt/a"));
        assertPaths(inspection).containsExactly("opt", "opt/a-b", "opt/a0");
        assertThat(inspection.weight().sizes().wasted()).isEqualTo(3);
    }

    @Test
    void whiteoutAffectsOnlyLowerLayersAtAnyPositionInTheTar() {
        assertPaths(inspect(l -> l.file("a", "lower"), l -> l.file("a", "upper").whiteout("a"))).containsExactly("a");
        assertPaths(inspect(l -> l.file("a", "lower"), l -> l.whiteout("a").file("a", "upper"))).containsExactly("a");
    }

    @Test
    void whiteoutOfFolderHidesItsLowerContentsEvenIfTheLayerAddsTheFolderAgain() {
        assertPaths(inspect(l -> l.file("d/old", "1"), l -> l.whiteout("d").directory("d").file("d/new", "2")))
                .containsExactly("d", "d/new");
        assertPaths(inspect(l -> l.file("d/old", "1"), l -> l.directory("d").file("d/new", "2").whiteout("d")))
                .containsExactly("d", "d/new");
    }

    @Test
    void opaqueWhiteoutEmptiesFolderOfLowerLayersOnly() {
        Inspection inspection = inspect(l -> l.directory("d", 0700).file("d/old", "1").file("d/sub/old", "22"),
                l -> l.file("d/new", "3").opaque("d"));
        assertPaths(inspection).containsExactly("d", "d/new");
        assertThat(inspection.files().get("d")).extracting(FileEntry::mode).isEqualTo(0700);
        assertThat(inspection.weight().sizes().wasted()).isEqualTo(3);
    }

    @Test
    void opaqueWhiteoutOfRootEmptiesEverything() {
        assertPaths(inspect(l -> l.file("a/b", "1").file("c", "2"), l -> l.file(".wh..wh..opq", "").file("d", "3")))
                .containsExactly("d");
    }

    @Test
    void whiteoutInUpperLayerBringsTheFileBackWhenALaterLayerHasIt() {
        Inspection inspection = inspect(l -> l.file("a", "1"), l -> l.whiteout("a"), l -> l.file("a", "333"));
        assertThat(inspection.files().get("a")).extracting(FileEntry::layer).isEqualTo(2);
        assertThat(inspection.weight().waste()).containsExactly(new WastedFile("a", 1, 0, 1));
    }

    @Test
    void whiteoutOfAMissingPathIsIgnored() {
        assertPaths(inspect(l -> l.file("a", "1").whiteout("b"))).containsExactly("a");
    }

    @Test
    void whiteoutWithoutAValidNameThrowsException() {
        assertThatExceptionOfType(InvalidLayerException.class)
                .isThrownBy(() -> inspect(l -> l.file("etc/.wh...", "")))
                .withMessage("The layer \"layer-0\" cannot be applied: the whiteout \"etc/.wh...\" does not name a"
                        + " file to hide. No container engine can run this image; build it again.");
    }

    @Test
    void aufsLeftoversAreNotVisibleButTheirBytesAreWasted() {
        Inspection inspection = inspect(l -> l.directory(".wh..wh.plnk")
                .file(".wh..wh.plnk/1.2", "1234")
                .file(".wh..wh.plnk/1.3", "123")
                .file(".wh..wh.aufs", "")
                .hardLink("a", ".wh..wh.plnk/1.3"));
        assertThat(inspection.files().entries()).singleElement().extracting(FileEntry::size).isEqualTo(3L);
        assertThat(inspection.weight().waste()).containsExactly(new WastedFile(".wh..wh.plnk/1.2", 4, 0, 0));
    }

    @Test
    void fileReplacesAFolderAndItsContents() {
        Inspection inspection = inspect(l -> l.file("d/a", "1").file("d/b/c", "22"), l -> l.file("d", "file"));
        assertPaths(inspection).containsExactly("d");
        assertThat(inspection.files().get("d")).extracting(FileEntry::type).isEqualTo(EntryType.FILE);
        assertThat(inspection.weight().sizes().wasted()).isEqualTo(3);
    }

    @Test
    void folderReplacesFile() {
        Inspection inspection = inspect(l -> l.file("d", "file"), l -> l.directory("d").file("d/a", "1"));
        assertPaths(inspection).containsExactly("d", "d/a");
        assertThat(inspection.weight().waste()).containsExactly(new WastedFile("d", 4, 0, 1));
    }

    @Test
    void impliedFolderReplacesFile() {
        assertPaths(inspect(l -> l.file("d", "file"), l -> l.file("d/a", "1"))).containsExactly("d", "d/a");
    }

    @Test
    void folderOverFolderKeepsItsFilesAndTakesTheNewAttributes() {
        Inspection inspection = inspect(l -> l.directory("d", 0700).file("d/a", "1"), l -> l.directory("d", 01777));
        assertPaths(inspection).containsExactly("d", "d/a");
        assertThat(inspection.files().get("d")).satisfies(folder -> {
            assertThat(folder.mode()).isEqualTo(01777);
            assertThat(folder.layer()).isEqualTo(1);
        });
    }

    @Test
    void impliedFolderKeepsTheAttributesOfALowerOne() {
        Inspection inspection = inspect(l -> l.directory("tmp", 01777), l -> l.file("tmp/a", "1"));
        assertThat(inspection.files().get("tmp")).satisfies(folder -> {
            assertThat(folder.mode()).isEqualTo(01777);
            assertThat(folder.layer()).isZero();
        });
    }

    @Test
    void folderReplacesSymbolicLinkOfLowerLayer() {
        Inspection inspection = inspect(l -> l.directory("usr/bin").symlink("bin", "usr/bin"),
                l -> l.file("bin/a", "1"));
        assertPaths(inspection).containsExactly("bin", "bin/a", "usr", "usr/bin");
    }

    @Test
    void rootItselfIsNotAnEntry() {
        assertPaths(inspect(l -> l.directory(".").file("./a", "1"))).containsExactly("a");
    }

    @Test
    void lastOfSeveralEntriesOfOnePathWins() {
        Inspection inspection = inspect(l -> l.file("a", "first").file("a", "second"));
        assertThat(inspection.files().get("a")).extracting(FileEntry::size).isEqualTo(6L);
        assertThat(inspection.weight().waste()).containsExactly(new WastedFile("a", 5, 0, 0));
    }

    @Test
    void hardLinksAreOneFileByTheFirstName() {
        Inspection inspection = inspect(l -> l.file("b", "12345").hardLink("a", "b").hardLink("c", "a"));
        assertThat(inspection.files().entries()).extracting(FileEntry::sameFileAs).containsExactly(null, "a", "a");
        assertThat(inspection.files().entries()).extracting(FileEntry::size).containsExactly(5L, 5L, 5L);
        assertThat(inspection.files().entries()).extracting(FileEntry::content)
                .doesNotContainNull()
                .satisfies(contents -> assertThat(contents.stream().distinct()).hasSize(1));
        assertThat(inspection.weight().sizes().visible()).isEqualTo(5);
    }

    @Test
    void hardLinkOutlivesItsDeletedTarget() {
        Inspection inspection = inspect(l -> l.file("a", "12345").hardLink("b", "a"), l -> l.whiteout("a"));
        assertPaths(inspection).containsExactly("b");
        assertThat(inspection.files().get("b")).satisfies(file -> {
            assertThat(file.size()).isEqualTo(5);
            assertThat(file.sameFileAs()).isNull();
        });
        assertThat(inspection.weight().waste()).isEmpty();
    }

    @Test
    void hardLinkKeepsTheContentThatItsReplacedTargetHad() {
        Inspection inspection = inspect(l -> l.file("a", "12345").hardLink("b", "a"), l -> l.file("a", "new"));
        assertThat(inspection.files().get("b")).extracting(FileEntry::size).isEqualTo(5L);
        assertThat(inspection.files().get("a")).extracting(FileEntry::size).isEqualTo(3L);
        assertThat(inspection.weight().waste()).isEmpty();
    }

    @Test
    void contentIsWastedOnlyWhenItsLastNameIsGone() {
        Inspection inspection = inspect(l -> l.file("a", "12345").hardLink("b", "a"), l -> l.whiteout("a"),
                l -> l.whiteout("b"));
        assertThat(inspection.weight().waste()).containsExactly(new WastedFile("a", 5, 0, 2));
    }

    @Test
    void hardLinkMayNameAFileOfALowerLayer() {
        Inspection inspection = inspect(l -> l.file("a", "12345"), l -> l.hardLink("b", "a").whiteout("c"));
        assertThat(inspection.files().get("b")).satisfies(file -> {
            assertThat(file.sameFileAs()).isEqualTo("a");
            assertThat(file.layer()).isEqualTo(1);
        });
        assertThat(inspection.weight().sizes().visible()).isEqualTo(5);
    }

    @Test
    void hardLinkToSymbolicLinkIsASymbolicLink() {
        Inspection inspection = inspect(l -> l.symlink("a", "target").hardLink("b", "a"));
        assertThat(inspection.files().get("b")).satisfies(file -> {
            assertThat(file.type()).isEqualTo(EntryType.SYMBOLIC_LINK);
            assertThat(file.linkTarget()).isEqualTo("target");
            assertThat(file.sameFileAs()).isNull();
        });
    }

    @Test
    void hardLinkToItselfThrowsException() {
        assertThatExceptionOfType(InvalidLayerException.class)
                .isThrownBy(() -> inspect(l -> l.file("a", "12345").hardLink("a", "a")))
                .satisfies(ex -> assertThat(ex.rule()).isEqualTo("missing-link-target"));
    }

    @Test
    void hardLinkGivesItsOwnerAndModeToAllNames() {
        Inspection inspection = inspect(l -> l.file("a", "1", 0755, 7, 7).hardLink("b", "a"));
        assertThat(inspection.files().entries()).extracting(FileEntry::mode).containsExactly(0644, 0644);
        assertThat(inspection.files().entries()).extracting(FileEntry::uid).containsExactly(0L, 0L);
    }

    @Test
    void hardLinkWithoutCapabilitiesTakesThemFromAllNames() {
        Inspection inspection = inspect(l -> l.fileWithCapability("a", "1").hardLink("b", "a"));
        assertThat(inspection.files().entries()).extracting(FileEntry::hasCapabilities).containsExactly(false, false);
    }

    @Test
    void hardLinkLeavesOtherExtendedAttributesAsTheyAre() {
        Inspection inspection = inspect(l -> l.fileWithXattr("a", "1", 0644, "user.a", "x").hardLink("b", "a"));
        assertThat(inspection.files().entries()).extracting(file -> file.extended().others())
                .containsExactly(List.of("user.a"), List.of("user.a"));
    }

    @Test
    void capabilitiesAreReported() {
        assertThat(inspect(l -> l.fileWithCapability("a", "1")).files().get("a")).satisfies(
                file -> assertThat(file.extended().capabilities()).hasToString("cap_net_bind_service=ep"));
    }

    @Test
    void devicesHaveTheirNumbers() {
        Inspection inspection = inspect(l -> l.characterDevice("null", 1, 3)
                .blockDevice("sda", 8, 0)
                .hardLink("zero", "null")
                .file("f", ""));
        assertThat(inspection.files().get("null")).extracting(FileEntry::device).hasToString("1:3");
        assertThat(inspection.files().get("zero")).extracting(FileEntry::device).hasToString("1:3");
        assertThat(inspection.files().get("sda")).extracting(FileEntry::device).hasToString("8:0");
        assertThat(inspection.files().get("f")).extracting(FileEntry::device).isNull();
    }

    @Test
    void hardLinkFindsItsTargetThroughSymbolicLinkOfItsLayer() {
        Inspection inspection = inspect(l -> l.file("r/a", "1").symlink("d", "r").hardLink("b", "d/a"));
        assertThat(inspection.files().get("r/a")).extracting(FileEntry::sameFileAs).isEqualTo("b");
    }

    @Test
    void entryBelowSymbolicLinkOfItsLayerIsAtTheTarget() {
        assertPaths(inspect(l -> l.directory("r").symlink("d", "r").file("d/a", "1"))).containsExactly("d", "r", "r/a");
        assertPaths(inspect(l -> l.directory("r").symlink("x/d", "/r").file("x/d/e/a", "1"))).containsExactly("r",
                "r/e", "r/e/a", "x", "x/d");
        assertPaths(inspect(l -> l.symlink("x/d", "../../../r").file("x/d/a", "1"))).containsExactly("r", "r/a", "x",
                "x/d");
    }

    @Test
    void entryBelowSymbolicLinksInACircleThrowsException() {
        assertThatExceptionOfType(InvalidLayerException.class)
                .isThrownBy(() -> inspect(l -> l.symlink("d", "e").symlink("e", "d").file("d/a", "1")))
                .satisfies(ex -> assertThat(ex.rule()).isEqualTo("link-loop"));
    }

    @Test
    void entryBelowFileOfItsLayerThrowsException() {
        assertThatExceptionOfType(InvalidLayerException.class)
                .isThrownBy(() -> inspect(l -> l.file("d", "1").file("d/a", "1")))
                .satisfies(ex -> assertThat(ex.rule()).isEqualTo("not-a-folder"));
    }

    @Test
    void entriesBelowLinkToLongDetourEndAtALimit() {
        String detour = "r" + "/../r".repeat(800);
        assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> inspect(l -> {
            l.symlink("d", detour).symlink("e", detour);
            for (int i = 0; i < 2000; i++) {
                l.file("d/" + i, "").file("e/" + i, "");
            }
        })).satisfies(ex -> assertThat(ex.limit()).isEqualTo("link-steps"));
    }

    @Test
    void entriesBelowLinkToDeepFolderEndAtALimit() {
        String deep = "a/".repeat(2000);
        assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> inspect(l -> {
            l.symlink("d", deep).symlink("e", deep);
            for (int i = 0; i < 100; i++) {
                l.file("d/" + i, "").file("e/" + i, "");
            }
        })).satisfies(ex -> assertThat(ex.limit()).isEqualTo("walked-paths"));
    }

    @Test
    void impliedFoldersWithoutEndEndAtALimit() {
        String deep = "/a".repeat(2000);
        assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> inspect(l -> {
            for (int i = 0; i < 20; i++) {
                l.file(i + deep, "");
            }
        })).satisfies(ex -> assertThat(ex.limit()).isEqualTo("implied-folders"));
    }

    @Test
    void whiteoutBehindSymbolicLinkOfItsLayerHidesAtTheTarget() {
        Consumer<LayerBuilder> lower = l -> l.file("r/a", "1").file("r/b", "2").file("d/a", "3");
        assertPaths(inspect(lower, l -> l.directory("r").symlink("d", "r").whiteout("d/a"))).containsExactly("d", "r",
                "r/b");
        assertPaths(inspect(lower, l -> l.directory("r").symlink("d", "/x/../r").whiteout("d/a")))
                .containsExactly("d", "r", "r/b");
        assertPaths(inspect(lower, l -> l.directory("r").symlink("d", "r").opaque("d").file("d/new", "")))
                .containsExactly("d", "r", "r/new");
        assertPaths(inspect(lower, l -> l.symlink("e", "d").symlink("d", "r").directory("r").whiteout("e/a")))
                .containsExactly("d", "e", "r", "r/b");
        assertPaths(inspect(lower, l -> l.symlink("d", "r").symlink("d/s", "../q").whiteout("d/s/x")))
                .containsExactly("d", "q", "r", "r/a", "r/b", "r/s");
    }

    @Test
    void whiteoutBeforeOrAfterASymbolicLinkExistsHidesItsOwnPath() {
        Consumer<LayerBuilder> lower = l -> l.file("r/a", "1").file("d/a", "3");
        assertPaths(inspect(lower, l -> l.whiteout("d/a").symlink("d", "r"))).containsExactly("d", "r", "r/a");
        assertPaths(inspect(lower, l -> l.symlink("d", "r").directory("d").whiteout("d/a")))
                .containsExactly("d", "r", "r/a");
        assertPaths(inspect(l -> l.file("r/a", "1").symlink("d", "r"), l -> l.whiteout("d/a")))
                .containsExactly("d", "r", "r/a");
    }

    @Test
    void whiteoutsBehindLinkToDeepFolderEndAtALimit() {
        String deep = "a/".repeat(2000);
        assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> inspect(l -> {
            l.symlink("d", deep).symlink("e", deep);
            for (int i = 0; i < 100; i++) {
                l.whiteout("d/" + i).whiteout("e/" + i);
            }
        })).satisfies(ex -> assertThat(ex.limit()).isEqualTo("walked-paths"));
    }

    @Test
    void whiteoutsInFoldersWithoutEndEndAtALimit() {
        String deep = "/a".repeat(2000);
        assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> inspect(l -> {
            for (int i = 0; i < 20; i++) {
                l.whiteout(i + deep);
            }
        })).satisfies(ex -> assertThat(ex.limit()).isEqualTo("whiteout-folders"));
    }

    @Test
    void whiteoutImpliesItsFolder() {
        assertPaths(inspect(l -> l.file("d", "1"), l -> l.whiteout("d/x"))).containsExactly("d");
        assertPaths(inspect(l -> l.file("a", "1"), l -> l.whiteout("d/x"))).containsExactly("a", "d");
    }

    @Test
    void hardLinkToNothingThrowsException() {
        assertThatExceptionOfType(InvalidLayerException.class)
                .isThrownBy(() -> inspect(l -> l.hardLink("b", "a").file("a", "later")))
                .satisfies(ex -> assertThat(ex.rule()).isEqualTo("missing-link-target"))
                .withMessageContaining("the hard link \"b\" refers to \"a\"");
    }

    @Test
    void hardLinkToFileDeletedByTheSameLayerThrowsException() {
        assertThatExceptionOfType(InvalidLayerException.class)
                .isThrownBy(() -> inspect(l -> l.file("a", "1"), l -> l.hardLink("b", "a").whiteout("a")));
    }

    @Test
    void hardLinkToFolderThrowsException() {
        assertThatExceptionOfType(InvalidLayerException.class)
                .isThrownBy(() -> inspect(l -> l.directory("a").hardLink("b", "a")))
                .satisfies(ex -> assertThat(ex.rule()).isEqualTo("link-to-folder"));
    }

    private static AbstractListAssert<?, ?, String, ObjectAssert<String>> assertPaths(Inspection inspection) {
        return assertThat(inspection.files().entries()).extracting(FileEntry::path);
    }

    @SafeVarargs
    private static Inspection inspect(Consumer<LayerBuilder>... layers) {
        DrawnImage image = DrawnImage.anImage();
        for (Consumer<LayerBuilder> layer : layers) {
            image.layer(layer);
        }
        Inspection inspection = image.inspect();
        Sizes sizes = inspection.weight().sizes();
        assertThat(sizes.visible() + sizes.wasted()).isEqualTo(sizes.uncompressed());
        assertThat(inspection.weight().waste().stream().mapToLong(WastedFile::bytes).sum()).isEqualTo(sizes.wasted());
        return inspection;
    }
}
