package dev.tare.source.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.tare.image.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ArchivePathTests {

    @ParameterizedTest
    @CsvSource({ "a.tar, a.tar,", "a.tar#app:1, a.tar, app:1", "a#b.tar#x/y:1, a#b.tar, x/y:1", "a.tar#, a.tar#,",
            "#a, #a,", "a.tar#sha256:ab, a.tar, sha256:ab" })
    void parseTakesTheNameAfterTheLastHash(String text, Path path, String name) {
        ArchivePath argument = ArchivePath.parse(text);
        assertThat(argument.path()).isEqualTo(path);
        assertThat(argument.imageName()).isEqualTo(name);
    }

    @Test
    void parseWhenThePathExistsTakesTheWholePath(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("a#b"));
        assertThat(ArchivePath.parse(file.toString()).path()).isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "a\u0000b" })
    void parseWhenTheTextIsNotAPathThrowsException(String text) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> ArchivePath.parse(text))
                .withMessageContaining("path#name");
    }

    /** The name as the JVM decodes it in the locale C, which has no such bytes. */
    @Test
    void parseWhenTheLocaleCannotWriteThePathNamesASuitableLocale() {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> ArchivePath.parse("\udcfc.tar"))
                .withMessageEndingWith("Expected a path, or path#name, in characters of this locale; LC_ALL=C.UTF-8"
                        + " has all characters.");
    }
}
