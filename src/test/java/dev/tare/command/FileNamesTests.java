package dev.tare.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import dev.tare.TareApplication;
import dev.tare.fixture.ImageBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Files whose names are no text in the encoding of the locale. A shell writes the bytes of the names. */
class FileNamesTests {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeImage() throws IOException {
        Files.write(this.folder.resolve("image.tar"),
                ImageBuilder.anImage("app:1").layer(layer -> layer.file("file", "x")).asDockerArchive());
    }

    @ParameterizedTest
    @ValueSource(strings = { "C", "C.UTF-8" })
    void imageWithAnyNameIsRead(String locale) throws Exception {
        String copies =
                "a=$(printf 'x\\351/i\\374.tar'); u=$(printf 'x\\351/\\303\\251.tar'); mkdir $(printf 'x\\351');"
                        + " cp image.tar $a; cp image.tar $u; ";
        assertThat(run(locale, copies + "tare compare $a $u")).isZero();
        assertThat(run(locale, "a=$(printf 'x\\351/i\\374.tar'); tare inspect $a#app:1")).isZero();
        assertThat(run(locale, "a=$(printf 'x\\351/i\\375.tarx'); tare inspect $a")).isEqualTo(2);
    }

    @Test
    void imageWithAnAmbiguousNameIsRejected() throws Exception {
        assertThat(run("C.UTF-8", "a=$(printf '\\351.tar'); cp image.tar $a; cp image.tar $(printf '\\352.tar');"
                + " tare inspect $a")).isEqualTo(2);
        assertThat(this.folder.resolve("errors")).content().contains("2 files have this name");
    }

    @ParameterizedTest
    @ValueSource(strings = { "C", "C.UTF-8" })
    void outputWithoutATextAsItsNameIsRejected(String locale) throws Exception {
        for (String option : new String[] { "--output", "--chart" }) {
            assertThat(run(locale, "tare inspect image.tar " + option + " $(printf 'o\\351.svg')")).isEqualTo(2);
            assertThat(this.folder.resolve("errors")).content().contains(option, "LC_ALL=C.UTF-8");
        }
    }

    private int run(String locale, String script) throws Exception {
        ProcessBuilder process = new ProcessBuilder("/bin/sh", "-ec",
                "tare() { \"$JAVA\" -cp \"$CLASSES\" " + TareApplication.class.getName() + " \"$@\"; }; " + script);
        process.environment().put("LC_ALL", locale);
        process.environment().put("JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString());
        process.environment().put("CLASSES", System.getProperty("java.class.path"));
        Process run = process.directory(this.folder.toFile())
                .redirectError(this.folder.resolve("errors").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return run.exitValue();
    }
}
