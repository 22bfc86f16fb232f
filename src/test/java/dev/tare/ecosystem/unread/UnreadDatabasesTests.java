package dev.tare.ecosystem.unread;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.tare.content.Unread;
import dev.tare.inspection.DrawnImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class UnreadDatabasesTests {

    static Stream<Arguments> places() {
        return Stream.of(RecognizedDatabase.values())
                .flatMap(database -> Stream.concat(
                        database.paths().stream().map(path -> arguments(database, isFile(path) ? path : path + "/a/b")),
                        database.names().stream().map(name -> arguments(database, "srv/app/" + name))));
    }

    private static boolean isFile(String path) {
        return path.endsWith("status") || path.contains("Hives/") || path.matches(".*(SOFTWARE|json|sqlite)");
    }

    @ParameterizedTest
    @MethodSource("places")
    void findWhenADatabaseIsRecognizedReportsIt(RecognizedDatabase database, String path) {
        assertThat(DrawnImage.anImage()
                .layer(l -> l.file("etc/a", "a"))
                .layer(l -> l.file(path, "data"))
                .inspect()
                .software()
                .unread()).singleElement().satisfies(unread -> {
                    assertThat(unread.subject()).isEqualTo(database.subject());
                    assertThat(unread.path()).isEqualTo(path);
                    assertThat(unread.because()).contains(database.title());
                    assertThat(unread.layer()).isEqualTo(1);
                });
    }

    @Test
    void findReportsADatabaseOfManyFilesOnce() {
        assertThat(DrawnImage.anImage()
                .layer(l -> l.file("var/lib/pacman/local/b-1/desc", "b")
                        .file("var/lib/pacman/local/a-1/desc", "a")
                        .file("a/pubspec.lock", "a")
                        .file("b/pubspec.lock", "b"))
                .inspect()
                .software()
                .unread()).extracting(Unread::path)
                .containsExactly("a/pubspec.lock", "var/lib/pacman/local/a-1/desc");
    }

    @Test
    void findWhenAPackageOwnsTheFilesReportsNothing() {
        assertThat(DrawnImage.anImage()
                .layer(l -> l
                        .file("var/lib/dpkg/status",
                                "Package: r-base\nStatus: install ok installed\nVersion: 1\nArchitecture: all\n")
                        .file("var/lib/dpkg/info/r-base.list",
                                "/usr/lib/R/library/base/DESCRIPTION\n/usr/share/x/mix.lock\n")
                        .file("usr/lib/R/library/base/DESCRIPTION", "Package: base")
                        .file("usr/share/x/mix.lock", "lock"))
                .inspect()
                .software()
                .unread()).isEmpty();
    }

    @Test
    void findWhenAPackageOfALanguageContainsTheFileReportsNothing() {
        assertThat(DrawnImage.anImage()
                .layer(l -> l.file("srv/node_modules/a/ios/Podfile.lock", "lock")
                        .file("usr/lib/python3/site-packages/b/tests/pubspec.lock", "lock"))
                .inspect()
                .software()
                .unread()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(RecognizedDatabase.class)
    void documentListsEachDatabase(RecognizedDatabase database) throws IOException {
        assertThat(Files.readString(Path.of("docs/FORMATS.md"))).contains("| " + database.title() + " | "
                + Stream.concat(database.paths().stream(), database.names().stream().map("**/"::concat))
                        .map(place -> "`" + place + "`")
                        .collect(Collectors.joining(", "))
                + " |");
    }

    @Test
    void findWhenTheFolderIsEmptyReportsNothing() {
        assertThat(DrawnImage.anImage()
                .layer(l -> l.directory("nix/store").file("usr/share/mix.lock", "").file("srv/package.cached", "a"))
                .inspect()
                .software()
                .unread()).isEmpty();
    }
}
