package dev.tare.comparison.version;

import java.util.List;

import dev.tare.comparison.Difference;
import dev.tare.comparison.change.Change;
import dev.tare.ecosystem.java.ShadedLibrary;
import dev.tare.fixture.InspectionBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

import static org.assertj.core.api.Assertions.assertThat;

class VersionsTests {

    @Test
    void compareMatchesPackagesByManagerAndName() {
        VersionDifference packages = packages(image().dpkg("bash", "5.2").dpkg("libc6", "2.40").dpkg("tzdata", "1"),
                image().dpkg("libc6", "2.41").dpkg("tzdata", "1").dpkg("zlib1g", "1.3"));
        assertThat(packages.unmodified()).isEqualTo(1);
        assertThat(packages.changes()).containsExactly(
                new VersionChange("dpkg", "bash", Change.REMOVED, List.of("5.2"), List.of()),
                new VersionChange("dpkg", "libc6", Change.MODIFIED, List.of("2.40"), List.of("2.41")),
                new VersionChange("dpkg", "zlib1g", Change.ADDED, List.of(), List.of("1.3")));
    }

    @Test
    void compareWhenTwoVersionsOfAPackageAreInstalledListsBoth() {
        VersionDifference packages = packages(image().dpkg("gcc", "12").dpkg("gcc", "13"), image().dpkg("gcc", "13"));
        assertThat(packages.changes()).containsExactly(
                new VersionChange("dpkg", "gcc", Change.MODIFIED, List.of("12", "13"), List.of("13")));
    }

    /** Copying the versions for each further one takes minutes. */
    @Test
    @Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
    void compareReadsEachOfVeryManyVersionsOnce() {
        InspectionBuilder image = image();
        for (int i = 0; i < 40_000; i++) {
            image.languagePackage("go", "a", "v" + i, "app");
        }
        assertThat(packages(image(), image).changes()).singleElement()
                .satisfies(change -> assertThat(change.to()).hasSize(40_000));
    }

    @Test
    void compareWhenAPackageOfTheSameVersionHasAnotherArchitectureListsTheArchitecture() {
        VersionDifference packages = packages(image().dpkg("libc6", "2.41").dpkg("libc6", "2.41", "i386"),
                image().dpkg("libc6", "2.41", "arm64"));
        assertThat(packages.changes()).containsExactly(new VersionChange("dpkg", "libc6", Change.MODIFIED,
                List.of("2.41 amd64", "2.41 i386"), List.of("2.41 arm64")));
    }

    @Test
    void compareMatchesPackagesOfLanguagesByPackageManager() {
        VersionDifference packages = packages(
                image().dpkg("six", "1").languagePackage("pypi", "six", "1.16.0", "a/METADATA"),
                image().dpkg("six", "1").languagePackage("pypi", "six", "1.17.0", "b/METADATA"));
        assertThat(packages.unmodified()).isEqualTo(1);
        assertThat(packages.changes()).containsExactly(
                new VersionChange("pypi", "six", Change.MODIFIED, List.of("1.16.0"), List.of("1.17.0")));
    }

    @Test
    void compareMatchesJarsByLibraryAtAnyPath() {
        VersionDifference jars = jars(image().jar("app/libs/a-1.jar", "org.a", "a", "1", 10, "a1"),
                image().jar("srv/a-2.jar", "org.a", "a", "2", 11, "a2"));
        assertThat(jars.changes()).containsExactly(
                new VersionChange("java", "org.a:a", Change.MODIFIED, List.of("1"), List.of("2")));
    }

    @Test
    void compareWhenAJarOfTheSameVersionHasOtherContentReportsAModifiedJar() {
        VersionDifference jars = jars(image().jar("a.jar", "org.a", "a", "1", 10, "one"),
                image().jar("a.jar", "org.a", "a", "1", 10, "two"));
        assertThat(jars.changes()).containsExactly(
                new VersionChange("java", "org.a:a", Change.MODIFIED, List.of("1"), List.of("1")));
    }

    @Test
    void compareWhenAVersionIsUnknownOmitsIt() {
        VersionDifference jars = jars(image().jar("a.jar", "org.a", "a", null, 10, "one"),
                image().jar("a.jar", "org.a", "a", "2", 10, "two"));
        assertThat(jars.changes()).containsExactly(
                new VersionChange("java", "org.a:a", Change.MODIFIED, List.of(), List.of("2")));
    }

    @Test
    void compareMatchesUnpackedLibrariesSeparatelyFromJars() {
        InspectionBuilder from = image().shadedJar("a.jar", "a", "1", new ShadedLibrary("g", "x", "1"),
                new ShadedLibrary("g", "y", "1"), new ShadedLibrary("g", "z", null));
        InspectionBuilder to = image().shadedJar("a.jar", "a", "1", new ShadedLibrary("g", "x", "2"))
                .shadedJar("b.jar", "b", "1", new ShadedLibrary("g", "y", "1"));
        Difference difference = Difference.between(from.build(), to.build());
        assertThat(difference.shadedLibraries().unmodified()).isEqualTo(1);
        assertThat(difference.shadedLibraries().changes()).containsExactly(
                new VersionChange("java", "g:x", Change.MODIFIED, List.of("1"), List.of("2")),
                new VersionChange("java", "g:z", Change.REMOVED, List.of(), List.of()));
        assertThat(difference.jars().changes()).extracting(VersionChange::name).containsExactly("org.example:b");
    }

    @Test
    void compareWhenRuntimesOfTheSameVendorDifferReportsAModifiedRuntime() {
        VersionDifference runtimes = Versions
                .ofJavaRuntimes(image().java("opt/java", "Eclipse Adoptium", "25.0.3", "java.base").build())
                .compare(Versions.ofJavaRuntimes(
                        image().java("usr/lib/jvm/t", "Eclipse Adoptium", "25.0.4", "java.base").build()));
        assertThat(runtimes.changes()).containsExactly(new VersionChange("java", "Eclipse Adoptium", Change.MODIFIED,
                List.of("25.0.3+9-LTS"), List.of("25.0.4+9-LTS")));
    }

    private static VersionDifference packages(InspectionBuilder from, InspectionBuilder to) {
        return Versions.ofPackages(from.build()).compare(Versions.ofPackages(to.build()));
    }

    private static VersionDifference jars(InspectionBuilder from, InspectionBuilder to) {
        return Versions.ofJars(from.build()).compare(Versions.ofJars(to.build()));
    }

    private static InspectionBuilder image() {
        return InspectionBuilder.image("image").layer("layer");
    }
}
