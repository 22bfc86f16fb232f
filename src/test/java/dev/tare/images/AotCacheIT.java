package dev.tare.images;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.tare.images.Program.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The JVM of each image uses the AOT cache in the image. An image for a platform that the build machine cannot run has none.
 */
class AotCacheIT {

    /** With which Java begins in a container of 512 MiB or less. The objects of the cache must fit. */
    private static final String SMALLEST_HEAP = "-Xms8m";

    @ParameterizedTest
    @EnumSource
    void jvmAcceptsTheCacheOfItsImage(Flavour flavour) throws IOException {
        String options = new String(
                flavour.archive()
                        .file("app/aot.options")
                        .orElseThrow(() -> new AssertionError(
                                "the images were built without -Daot, which dev/verify passes")),
                StandardCharsets.UTF_8);
        assertThat(options.contains("-XX:AOTCache=")).as("built with -Daot on %s", System.getProperty("os.name"))
                .isEqualTo(isPlatformOfThisMachine(flavour));
        String mode = "-XX:AOTMode=" + (options.isEmpty() ? "off" : "on");
        assertStarts(flavour, mode);
        assertStarts(flavour, mode, "-XX:+UseSerialGC", SMALLEST_HEAP);
    }

    private static void assertStarts(Flavour flavour, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(LoadedImage.of(flavour).entrypoint()));
        command.addAll(1, List.of(options));
        command.add("--version");
        Outcome outcome = new Program(LoadedImage.of(flavour), command).run();
        assertThat(outcome.output()).startsWith("Tare ");
        assertThat(outcome.exitCode()).as("the JVM ends with an error if it cannot use the cache").isZero();
    }

    private static boolean isPlatformOfThisMachine(Flavour flavour) throws IOException {
        String architecture = flavour.archive().config().get("architecture").asString();
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).equals("linux")
                && System.getProperty("os.arch").equals(architecture.equals("arm64") ? "aarch64" : architecture);
    }

}
