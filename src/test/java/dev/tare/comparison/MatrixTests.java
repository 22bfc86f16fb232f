package dev.tare.comparison;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.tare.comparison.change.ConfigRow;
import dev.tare.comparison.version.PackageFacts;
import dev.tare.comparison.version.VersionRow;
import dev.tare.ecosystem.java.ShadedLibrary;
import dev.tare.fixture.InspectionBuilder;
import dev.tare.image.ConfigField;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MatrixTests {

    @Test
    void configRowDiffersIfOnlyTheSecretDiffers() {
        assertThat(passwords("1", "1", "1").differs()).isFalse();
        assertThat(passwords("1", "1", "2")).satisfies(row -> {
            assertThat(row.differs()).isTrue();
            assertThat(row.values()).containsOnly(Optional.of("(hidden)"));
        });
    }

    private static ConfigRow passwords(String... passwords) {
        return Matrix.of(Stream.of(passwords)
                .map(password -> InspectionBuilder.image("a").environment("DB_PASSWORD=" + password).build())
                .toList()).config().stream().filter(row -> "DB_PASSWORD".equals(row.key())).findFirst().orElseThrow();
    }

    @Test
    void rowsInWhichImagesDifferComeFirst() {
        Matrix matrix = matrix(image().dpkg("bash", "5").dpkg("libc6", "2.40"),
                image().dpkg("bash", "5").dpkg("libc6", "2.41"), image().dpkg("bash", "5").dpkg("zlib1g", "1"));
        assertThat(matrix.packages()).containsExactly(
                new VersionRow("dpkg", "libc6",
                        List.of(Optional.of(List.of("2.40")), Optional.of(List.of("2.41")), Optional.empty()), true),
                new VersionRow("dpkg", "zlib1g", List.of(Optional.empty(), Optional.empty(), Optional.of(List.of("1"))),
                        true),
                new VersionRow("dpkg", "bash", List.of(Optional.of(List.of("5")), Optional.of(List.of("5")),
                        Optional.of(List.of("5"))), false));
    }

    @Test
    void jarsOfTheSameVersionWithOtherContentDiffer() {
        Matrix matrix =
                matrix(image().jar("a.jar", "g", "a", "1", 10, "x"), image().jar("b.jar", "g", "a", "1", 10, "x"),
                        image().jar("c.jar", "g", "a", null, 10, "y"));
        assertThat(matrix.jars()).containsExactly(new VersionRow("java", "g:a",
                List.of(Optional.of(List.of("1")), Optional.of(List.of("1")), Optional.of(List.of())), true));
        assertThat(matrix(image().jar("a.jar", "g", "a", "1", 10, "x"), image().jar("b.jar", "g", "a", "1", 10, "y"))
                .jars()).containsExactly(
                        new VersionRow("java", "g:a", List.of(Optional.of(List.of("1")), Optional.of(List.of("1"))),
                                List.of(List.of(), List.of()), List.of(Optional.of("A"), Optional.of("B")),
                                Collections.nCopies(2, PackageFacts.NONE), true));
    }

    @Test
    void unpackedLibrariesHaveSeparateRows() {
        Matrix matrix = matrix(image().shadedJar("a.jar", "a", "1", new ShadedLibrary("g", "x", "1")),
                image().shadedJar("a.jar", "a", "1", new ShadedLibrary("g", "x", "2")),
                image().shadedJar("a.jar", "a", "1"));
        assertThat(matrix.shadedLibraries()).containsExactly(new VersionRow("java", "g:x",
                List.of(Optional.of(List.of("1")), Optional.of(List.of("2")), Optional.empty()), true));
        assertThat(matrix.jars()).extracting(VersionRow::name).containsExactly("org.example:a");
    }

    @Test
    void packagesThatDifferOnlyInArchitectureListTheArchitecture() {
        assertThat(matrix(image().dpkg("a", "1"), image().dpkg("a", "1", "arm64")).packages()).containsExactly(
                new VersionRow("dpkg", "a", List.of(Optional.of(List.of("1 amd64")), Optional.of(List.of("1 arm64"))),
                        true));
    }

    @Test
    void configHasEveryFieldOfAnImage() {
        Matrix matrix = matrix(image().user("1").label("a", "x"), image().user("2").label("a", "x"), image());
        assertThat(matrix.config()).extracting(ConfigRow::field)
                .containsExactly(ConfigField.USER, ConfigField.LABEL, ConfigField.PLATFORM, ConfigField.CREATED);
        assertThat(matrix.config().getFirst().values())
                .containsExactly(Optional.of("1"), Optional.of("2"), Optional.empty());
        assertThat(matrix.config().getLast().differs()).isFalse();
    }

    private static Matrix matrix(InspectionBuilder... images) {
        return Matrix.of(List.of(images).stream().map(InspectionBuilder::build).toList());
    }

    private static InspectionBuilder image() {
        return InspectionBuilder.image("image").layer("layer");
    }
}
