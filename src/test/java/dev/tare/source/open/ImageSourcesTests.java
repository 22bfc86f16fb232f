package dev.tare.source.open;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import dev.tare.image.InvalidValueException;
import dev.tare.source.archive.ArchivePath;
import dev.tare.source.archive.StandardInput;
import dev.tare.source.registry.RegistryArgument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ImageSourcesTests {

    private final ImageSources sources = ImageSources.ofThisUser();

    @ParameterizedTest
    @CsvSource({ "nginx, docker.io/library/nginx:latest", "registry://nginx, docker.io/library/nginx:latest",
            "r.io:5000/team/app:1.4, r.io:5000/team/app:1.4", "registry://r.io/app.tar, r.io/app.tar:latest",
            "registry://src, docker.io/library/src:latest" })
    void parseWhenNoPathExistsReadsTheNameOfAnImage(String text, String reference) {
        assertThat(this.sources.parse(text)).isInstanceOfSatisfying(RegistryArgument.class, argument -> {
            assertThat(argument.text()).isEqualTo(text);
            assertThat(argument.reference()).hasToString(reference);
            assertThat(argument.name()).doesNotContain("://");
        });
    }

    /** Tests run in the folder of the project. */
    @ParameterizedTest
    @ValueSource(strings = { "src", "docs", "pom.xml" })
    void parseWhenThePathExistsReadsThePath(String text) {
        assertThat(this.sources.parse(text)).isInstanceOf(ArchivePath.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = { "/none", "./none", "../none", "~/none", "none.tar", "none/none.TAR", "none.tar.gz", "none.tgz",
                    "none/", "none#app:1", "none none", "C:\\none", "-x", "./-", ".none", "https://r.io/app",
                    "password=x" })
    void parseWhenAMissingTextLooksLikeAPathReportsThatItDoesNotExist(String text) {
        assertThat(this.sources.parse(text)).isInstanceOf(ArchivePath.class);
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> this.sources.parse(text).check());
    }

    @ParameterizedTest
    @ValueSource(strings = { "archive:", "oci:" })
    void parseReadsThePathAfterAMark(String mark, @TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("app"));
        assertThat(this.sources.parse(mark + file)).isInstanceOfSatisfying(ArchivePath.class,
                argument -> assertThat(argument.path()).isEqualTo(file));
        assertThat(this.sources.parse(mark + "none")).isInstanceOf(ArchivePath.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "Nginx", "r.io/App:1", "app:1:2", "app@sha256:ab" })
    void parseWhenTheNameIsInvalidShowsBothForms(String text) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> this.sources.parse(text))
                .withMessageContaining("\"" + text + "\"")
                .withMessageContaining("the path of a file or folder that exists")
                .withMessageContaining("REPOSITORY[:TAG]");
    }

    @ParameterizedTest
    @CsvSource({ "-,", "-#app:1, app:1", "archive:-,", "archive:-#app:1, app:1" })
    void parseReadsStandardInput(String text, @Nullable String imageName) {
        assertThat(this.sources.parse(text)).isEqualTo(new StandardInput(text, imageName))
                .satisfies(argument -> assertThat(argument.isReadOnce()).isTrue());
    }

    @Test
    void parseWhenTheMarkedNameIsInvalidShowsItsForm() {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> this.sources.parse("registry:///x"))
                .withMessageContaining("REPOSITORY[:TAG]");
    }

    @Test
    void parsePathNeverReadsTheNameOfAnImage() {
        assertThat(ImageSources.parsePath("nginx")).isInstanceOf(ArchivePath.class);
        assertThat(ImageSources.parsePath("registry://nginx")).isInstanceOf(ArchivePath.class);
    }
}
