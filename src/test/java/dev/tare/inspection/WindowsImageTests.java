package dev.tare.inspection;

import java.util.List;

import dev.tare.comparison.change.SurfaceChange;
import dev.tare.ecosystem.java.Jar;
import dev.tare.filetree.FileEntry;
import dev.tare.filetree.merge.WastedFile;
import dev.tare.fixture.JarBuilder;
import dev.tare.inspection.surface.Surface;
import dev.tare.limits.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Layers of Windows have the file system of containers in the folder {@code Files}. */
class WindowsImageTests {

    @Test
    void inspectWhenTheImageIsForWindowsListsPathsWithoutFiles() {
        Inspection inspection = windows().layer(layer -> layer.directory("Files")
                .directory("Files/app")
                .file("Files/app/a.txt", "one")
                .directory("Hives")
                .file("Hives/Software_Delta", "regf")
                .file("UtilityVM/Files/EFI/boot.efi", "boot")).inspect();
        assertThat(inspection.files().entries()).extracting(FileEntry::path)
                .containsExactly("app", "app/a.txt", "layer:", "layer:/Hives", "layer:/Hives/Software_Delta",
                        "layer:/UtilityVM", "layer:/UtilityVM/Files", "layer:/UtilityVM/Files/EFI",
                        "layer:/UtilityVM/Files/EFI/boot.efi");
        assertThat(inspection.weight().sizes().uncompressed()).isEqualTo(11);
        assertThat(inspection.weight().sizes().visible()).isEqualTo(11);
    }

    @Test
    void inspectWhenALayerHasWhiteoutsHidesFilesOfWindows() {
        Inspection inspection = windows()
                .layer(layer -> layer.file("Files/app/old.txt", "old").file("Files/d/a", "a").file("Files/top", "top"))
                .layer(layer -> layer.whiteout("Files/app/old.txt").opaque("Files/d").whiteout("Files/top"))
                .inspect();
        assertThat(inspection.files().entries()).extracting(FileEntry::path).containsExactly("app", "d");
        assertThat(inspection.weight().waste()).extracting(WastedFile::path, WastedFile::bytes)
                .containsExactlyInAnyOrder(tuple("app/old.txt", 3L), tuple("d/a", 1L), tuple("top", 3L));
        assertThat(inspection.weight().sizes().wasted()).isEqualTo(7);
    }

    @Test
    void inspectWhenALayerHasHardLinksOfWindowsFindsTheirTargets() {
        Inspection inspection = windows()
                .layer(layer -> layer.file("Files/Windows/a.dll", "same")
                        .hardLink("Files/b.dll", "Files/Windows/a.dll"))
                .inspect();
        assertThat(inspection.files().get("b.dll")).isNotNull().satisfies(file -> {
            assertThat(file.sameFileAs()).isEqualTo("Windows/a.dll");
            assertThat(file.content()).isEqualTo(inspection.files().get("Windows/a.dll").content());
        });
        assertThat(inspection.weight().sizes().visible()).isEqualTo(4);
    }

    @Test
    void inspectWhenFilesIsAFileCountsItsBytes() {
        Inspection inspection =
                windows().layer(layer -> layer.file("Files", "one").file("Filesystem/a", "two")).inspect();
        assertThat(inspection.files().entries()).extracting(FileEntry::path)
                .containsExactly("layer:", "layer:/Files", "layer:/Filesystem", "layer:/Filesystem/a");
        assertThat(inspection.weight().sizes().wasted()).isZero();
    }

    @Test
    void inspectWhenFoldersInFilesAndBesideItHaveOneNameKeepsBoth() {
        Inspection inspection = windows().layer(layer -> layer.file("Files/Hives/SAM", "one")
                .file("Hives/SAM", "other")
                .file("UtilityVM/a", "a")
                .file("Files/UtilityVM/a", "b")
                .file("Files/layer:/Hives/SAM", "third")).inspect();
        assertThat(inspection.files().entries()).filteredOn(FileEntry::isFile)
                .extracting(FileEntry::path)
                .containsExactly("Hives/SAM", "UtilityVM/a", "layer:/Files/layer:/Hives/SAM", "layer:/Hives/SAM",
                        "layer:/UtilityVM/a");
        assertThat(inspection.weight().sizes().wasted()).isZero();
    }

    /** A container has no file of {@code UtilityVM}, but a pull downloads it. */
    @Test
    void inspectWhenSoftwareIsInTheVirtualMachineIgnoresIt() {
        byte[] jar = new JarBuilder().pom("org.example", "lib", "1.0").toJar();
        Inspection inspection = windows().layer(layer -> layer.file("UtilityVM/Files/app/lib-1.0.jar", jar)
                .file("UtilityVM/Files/app/Main.class", "x")
                .file("UtilityVM/Files/Windows/cmd.exe", "MZ")
                .file("UtilityVM/Files/Windows/a.dll", "MZ")
                .file("UtilityVM/Files/node_modules/a/package.json", "{\"name\":\"a\",\"version\":\"1.0.0\"}")
                .file("Hives/jdk/release", "JAVA_VERSION=\"25.0.3\"\n")
                .file("Hives/jdk/bin/java.exe", "MZ")
                .file("Hives/jdk/lib/modules", "x")).inspect();
        assertThat(inspection.software().jars()).isEmpty();
        assertThat(inspection.software().languagePackages()).isEmpty();
        assertThat(inspection.software().javaRuntimes()).isEmpty();
        assertThat(inspection.software().unread()).isEmpty();
        assertThat(inspection.surface()).isEqualTo(new Surface(false, List.of(), 0, 0));
        assertThat(inspection.files().entries()).hasSize(19);
        assertThat(inspection.weight().sizes().visible()).isEqualTo(inspection.weight().sizes().uncompressed());
        assertThat(inspection.isInContainers("layer:/UtilityVM/Files/app/Main.class")).isFalse();
    }

    /** The first name of a file counts its bytes. Its name in containers may be a later one. */
    @Test
    void inspectWhenAJarIsLinkedIntoTheVirtualMachineListsItOnce() {
        byte[] jar = new JarBuilder().pom("org.example", "lib", "1.0").toJar();
        for (String folder : List.of("app", "zoo")) {
            Inspection inspection = windows().layer(layer -> layer.file("Files/" + folder + "/lib-1.0.jar", jar)
                    .hardLink("UtilityVM/Files/lib-1.0.jar", "Files/" + folder + "/lib-1.0.jar")
                    .hardLink("Files/" + folder + "/lib-2.0.jar", "Files/" + folder + "/lib-1.0.jar")).inspect();
            assertThat(inspection.software().jars()).extracting(Jar::path).containsExactly(folder + "/lib-1.0.jar");
            assertThat(inspection.weight().sizes().visible()).isEqualTo(jar.length);
        }
    }

    @ParameterizedTest
    @CsvSource({ "Files/.wh..wh..opq, layer:/Hives/SAM layer:/UtilityVM/a",
            ".wh.Files, layer:/Hives/SAM layer:/UtilityVM/a",
            ".wh..wh..opq, ''", ".wh.UtilityVM, Hives/SAM app/a layer:/Hives/SAM",
            "UtilityVM/.wh..wh..opq, Hives/SAM app/a layer:/Hives/SAM",
            "Files/.wh.Hives, app/a layer:/Hives/SAM layer:/UtilityVM/a",
            "Files/.wh.layer:, Hives/SAM app/a layer:/Hives/SAM layer:/UtilityVM/a" })
    void inspectWhenAWhiteoutIsInFilesOrBesideItHidesNothingElse(String whiteout, String left) {
        Inspection inspection = windows()
                .layer(layer -> layer.directory("Files")
                        .file("Files/app/a", "a")
                        .file("Files/Hives/SAM", "b")
                        .file("Hives/SAM", "c")
                        .file("UtilityVM/a", "d"))
                .layer(layer -> layer.file(whiteout, ""))
                .inspect();
        assertThat(inspection.files().entries().stream().filter(FileEntry::isFile).map(FileEntry::path))
                .containsExactly(left.isEmpty() ? new String[0] : left.split(" "));
    }

    @Test
    void inspectWhenTheImageIsForLinuxKeepsItsFolderFiles() {
        Inspection inspection = DrawnImage.anImage()
                .layer(layer -> layer.file("Files/app/old.txt", "old"))
                .layer(layer -> layer.whiteout("Files/app/old.txt"))
                .inspect();
        assertThat(inspection.files().entries()).extracting(FileEntry::path).containsExactly("Files", "Files/app");
    }

    @Test
    void inspectWhenAJavaRuntimeIsForWindowsListsIt() {
        Inspection inspection = windows()
                .layer(layer -> layer.file("Files/Program Files/jdk/release", "JAVA_VERSION=\"25.0.3\"\n")
                        .file("Files/Program Files/jdk/bin/java.exe", "MZ")
                        .file("Files/Program Files/jdk/bin/server/jvm.dll", "MZ")
                        .file("Files/Program Files/jdk/lib/modules", "x"))
                .layer(layer -> layer.file("Files/app/lib-1.0.jar", new JarBuilder().pom("org.example", "lib", "1.0")
                        .toJar()))
                .inspect();
        assertThat(inspection.software().javaRuntimes()).singleElement().satisfies(java -> {
            assertThat(java.path()).isEqualTo("Program Files/jdk");
            assertThat(java.classes()).isEqualTo("Program Files/jdk/lib/modules");
            assertThat(java.build().version()).isEqualTo("25.0.3");
            assertThat(java.build().vm()).hasToString("HOTSPOT");
        });
        assertThat(inspection.software().jars()).extracting(Jar::path).containsExactly("app/lib-1.0.jar");
    }

    @Test
    void inspectWhenTheImageIsForWindowsDoesNotExamineTheSurface() {
        Inspection inspection = windows().layer(layer -> layer.file("Files/bin/bash", "", 0755)
                .file("Files/a", "", 04777)
                .file("Files/Windows/CMD.EXE", "")
                .file("Files/Windows/a.dll", "")
                .file("Files/.exe/text", "")).inspect();
        assertThat(inspection.surface()).isEqualTo(new Surface(false, List.of(), 1, 1));
        Inspection linux = DrawnImage.anImage().layer(layer -> layer.file("bin/bash", "", 0755)).inspect();
        assertThat(SurfaceChange.between(linux.surface(), inspection.surface())).isEmpty();
        assertThat(SurfaceChange.between(inspection.surface(), linux.surface())).isEmpty();
    }

    /** The results of a layer do not depend on the platform of its image. */
    @Test
    void inspectWhenImagesOfBothPlatformsShareALayerUsesTheirOwnPaths() {
        Inspector inspector = new Inspector(Limits.DEFAULTS, new LayerCache(1 << 20));
        for (String platform : List.of("windows/amd64", "linux/amd64", "windows/amd64")) {
            DrawnImage image = DrawnImage.anImage()
                    .platform(platform)
                    .layer(layer -> layer.file("Files/a", "a").whiteout("Files/b"))
                    .layer(layer -> layer.file("Files/a", "a").whiteout("Files/b"));
            assertThat(inspector.inspect(image).files().get("a") != null).isEqualTo(platform.startsWith("windows"));
        }
    }

    private static DrawnImage windows() {
        return DrawnImage.anImage().platform("windows/amd64");
    }
}
