package dev.tare.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.tare.inspection.base.Origin;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fails if an image of this build does not keep its requirements in {@code dev/gate}. {@code -Dtare.baseline} records the
 * image as its baseline instead.
 */
class ImageGateIT {

    private static final Path RESULTS = Path.of("target/tare/gate");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void imageKeepsItsRequirements(Flavour flavour) throws IOException {
        Path archive = flavour.archive().path();
        ImageGate gate = new ImageGate(flavour, Files.createDirectories(RESULTS));
        if (System.getProperty("tare.baseline") != null) {
            Files.writeString(gate.baseline(), gate.record(archive));
        }
        ImageGate.Run run = gate.judge(archive);
        assertThat(run.status()).as(run.text()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void imageThatIsSixPercentLargerThanTheBaselineFails(Flavour flavour) throws IOException {
        Path archive = flavour.archive().path();
        ImageGate gate = new ImageGate(flavour, this.folder);
        long application = flavour.archive().inspect().uncompressedSize(Origin.NET);
        ImageGate.Run run = gate.judge(archive, requirements -> requirements,
                baseline -> baseline.replaceFirst("(\"netUncompressedBytes\" : )\\d+", "$1" + application * 100 / 106));
        assertThat(run.text()).contains("max-application-growth 5% fails");
        assertThat(run.status()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void imageOverItsLimitFails(Flavour flavour) throws IOException {
        ImageGate.Run run = new ImageGate(flavour, this.folder).judge(flavour.archive().path(),
                requirements -> requirements.replaceFirst("total: \\d+MB", "total: 100MB"), baseline -> baseline);
        assertThat(run.text()).contains("max-uncompressed 100MB fails");
        assertThat(run.status()).isEqualTo(1);
    }

}
