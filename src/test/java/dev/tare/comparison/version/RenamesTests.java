package dev.tare.comparison.version;

import java.util.List;
import java.util.Map;

import dev.tare.comparison.Difference;
import dev.tare.comparison.change.Change;
import dev.tare.comparison.file.FileChange;
import dev.tare.comparison.version.VersionDifference.Rename;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.version.Direction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RenamesTests {

    @Test
    void packageOfTheSameSourceWithAnotherNumberIsRenamed() {
        VersionDifference packages = packages(image().dpkgOf("openssl", "libssl1.1", "1.1.1").dpkg("bash", "5"),
                image().dpkgOf("openssl", "libssl3", "3.0.1").dpkg("bash", "5"));
        assertThat(packages.changes()).isEmpty();
        assertThat(packages.renamed()).containsExactly(new Rename("dpkg", "libssl1.1", "libssl3", List.of("1.1.1"),
                List.of("3.0.1"), "both belong to source package openssl, and the names differ only in a number"));
        assertThat(packages.renamed().getFirst().direction()).isEqualTo(Direction.UPGRADE);
    }

    @Test
    void packageWithTheSuffixOf64BitTimeIsRenamed() {
        assertThat(packages(image().dpkgOf("libpng1.6", "libpng16-16", "1"),
                image().dpkgOf("libpng1.6", "libpng16-16t64", "2")).renamed()).singleElement()
                .satisfies(rename -> assertThat(rename.evidence()).endsWith("differ only in the suffix t64"));
    }

    @Test
    void packageWithANumberInItsSourceIsRenamed() {
        assertThat(packages(image().dpkgOf("gcc-13", "gcc-13-base", "13"),
                image().dpkgOf("gcc-14", "gcc-14-base", "14")).renamed()).extracting(Rename::evidence)
                .singleElement()
                .asString()
                .containsSubsequence("gcc-13", "gcc-14", "only in a number");
    }

    /** A line of a package database can be as long. */
    @Test
    void packageWithANameOfNumbersIsRenamed() {
        String name = "1.".repeat(32_000);
        assertThat(packages(image().dpkgOf("a", name + "1", "1"), image().dpkgOf("a", name + "2", "1")).renamed())
                .hasSize(1);
    }

    @Test
    void packagesOfTheSameSourceWithOtherNamesAreNotRenamed() {
        assertThat(packages(image().dpkgOf("openssl", "libssl3", "3"), image().dpkgOf("openssl", "openssl", "3"))
                .changes()).extracting(VersionChange::change).containsExactly(Change.REMOVED, Change.ADDED);
    }

    @Test
    void packagesOfOtherSourcesAreNotRenamed() {
        assertThat(packages(image().dpkgOf("a", "lib1", "1"), image().dpkgOf("b", "lib2", "1")).renamed()).isEmpty();
    }

    @Test
    void packageWithSeveralCandidatesIsNotRenamed() {
        VersionDifference packages = packages(image().dpkgOf("db", "libdb5", "5"),
                image().dpkgOf("db", "libdb6", "6").dpkgOf("db", "libdb7", "7"));
        assertThat(packages.renamed()).isEmpty();
        assertThat(packages.count(Change.ADDED)).isEqualTo(2);
    }

    @Test
    void jarWithTheSameClassesAndOtherCoordinatesIsRenamed() {
        VersionDifference jars = difference(image().jar("a.jar", "javax.a", "a-api", "1", "c", "m", "o"),
                image().jar("b.jar", "jakarta.a", "a-api", "2", "c", "n", "p")).jars();
        assertThat(jars.changes()).isEmpty();
        assertThat(jars.renamed()).containsExactly(new Rename("java", "javax.a:a-api", "jakarta.a:a-api", List.of("1"),
                List.of("2"), "the jars have the same classes"));
    }

    @Test
    void jarWithOtherClassesIsNotRenamed() {
        assertThat(difference(image().jar("a.jar", "g", "a", "1", "c", "m", "o"),
                image().jar("b.jar", "h", "a", "1", "d", "m", "o")).jars().renamed()).isEmpty();
        assertThat(difference(image().jar("a.jar", "g", "a", "1", "", "m", "o"),
                image().jar("b.jar", "h", "a", "1", "", "m", "o")).jars().renamed()).isEmpty();
    }

    @Test
    void jarsOfTheSameVersionAreComparedByContent() {
        assertThat(sameness("c", "m", "o")).isEqualTo(JarSimilarity.SAME_FILES);
        assertThat(sameness("c", "n", "o")).isEqualTo(JarSimilarity.SAME_BUT_MANIFEST);
        assertThat(sameness("c", "n", "p")).isEqualTo(JarSimilarity.SAME_CLASSES);
        assertThat(sameness("d", "m", "o")).isNull();
        assertThat(sameness("", "m", "o")).isNull();
    }

    @Test
    void jarsAtTheSamePathAreComparedByContent() {
        Difference difference = difference(image().jar("app/a.jar", "g", "a", "1", "c", "m", "o"),
                InspectionBuilder.image("b").layer("l").jar("app/a.jar", "g", "a", "2", "c", "m", "o"));
        assertThat(difference.jarsByPath()).containsOnly(Map.entry("app/a.jar", JarSimilarity.SAME_FILES));
        assertThat(difference.files().of(Change.MODIFIED)).extracting(FileChange::path).containsExactly("app/a.jar");
    }

    private static @Nullable JarSimilarity sameness(String classes, String manifests, String others) {
        return difference(image().jar("a.jar", "g", "a", "1", "c", "m", "o"),
                InspectionBuilder.image("b").layer("l").jar("a.jar", "g", "a", "1", classes, manifests, others)).jars()
                .changes()
                .getFirst()
                .same();
    }

    private static VersionDifference packages(InspectionBuilder from, InspectionBuilder to) {
        return difference(from, to).packages();
    }

    private static Difference difference(InspectionBuilder from, InspectionBuilder to) {
        return Difference.between(from.build(), to.build());
    }

    private static InspectionBuilder image() {
        return InspectionBuilder.image("image").layer("layer");
    }
}
