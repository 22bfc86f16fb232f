package dev.tare.images;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import dev.tare.images.Program.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The JVM of each image uses the AOT cache in the image. An image for a platform that the build machine cannot run has none.
 */
class AotCacheIT {

    @ParameterizedTest
    @EnumSource
    void jvmAcceptsTheCacheOfItsImage(Flavour flavour) throws IOException {
        String options = new String(flavour.archive().file("app/aot.options").orElseThrow(), StandardCharsets.UTF_8);
        assertThat(options.contains("-XX:AOTCache=")).as("built with -Daot on %s", System.getProperty("os.name"))
                .isEqualTo(isPlatformOfThisMachine(flavour));
        Outcome outcome = Program.of(flavour, "java", "-XX:AOTMode=" + (options.isEmpty() ? "off" : "on"),
                "@/app/aot.options", "--enable-native-access=ALL-UNNAMED", "-cp", "@/app/jib-classpath-file",
                "@/app/jib-main-class-file", "--version").run();
        assertThat(outcome.output()).startsWith("Tare ").doesNotContain("[error]", "[warning]");
        assertThat(outcome.exitCode()).isZero();
    }

    private static boolean isPlatformOfThisMachine(Flavour flavour) throws IOException {
        String architecture = flavour.archive().config().get("architecture").asString();
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).equals("linux")
                && System.getProperty("os.arch").equals(architecture.equals("arm64") ? "aarch64" : architecture);
    }

}
