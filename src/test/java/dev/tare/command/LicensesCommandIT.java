package dev.tare.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The build writes the list when it packages Tare. */
class LicensesCommandIT {

    private static final Path TEXTS = Path.of("target/classes/META-INF/licenses");

    @Test
    void everyLibraryOfTheClassPathHasALicense() {
        CommandRun run = CommandRun.of("licenses");

        assertThat(run.status()).isZero();
        assertThat(libraries(run))
                .allSatisfy(library -> assertThat(library).matches("\\S+:\\S+:\\S+  [A-Z][^\\s,]+(, [A-Z][^\\s,]+)?"))
                .anySatisfy(library -> assertThat(library).startsWith("org.springframework:spring-core:"))
                .anySatisfy(library -> assertThat(library).startsWith("com.github.luben:zstd-jni:"));
    }

    @Test
    void textOfEveryLicenseIsShipped() throws IOException {
        CommandRun run = CommandRun.of("licenses", "--text");

        assertThat(libraries(run)).allSatisfy(library -> assertThat(TEXTS.resolve(license(library))).exists());
        try (Stream<Path> texts = Files.list(TEXTS)) {
            assertThat(texts).allSatisfy(text -> assertThat(run.out()).contains(Files.readString(text)));
        }
    }

    private static List<String> libraries(CommandRun run) {
        return run.out().lines().takeWhile(line -> !line.isEmpty()).toList();
    }

    /** The first of several licenses is the one that Tare uses. */
    private static String license(String library) {
        return library.split(",? +")[1] + ".txt";
    }
}
