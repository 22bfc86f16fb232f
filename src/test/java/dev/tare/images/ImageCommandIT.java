package dev.tare.images;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the command of the two images like a build pipeline.
 */
class ImageCommandIT {

    private static final String SLIM = ArchivesVolume.archive(Flavour.SLIM);

    private static final String DISTROLESS = ArchivesVolume.archive(Flavour.DISTROLESS);

    private static ArchivesVolume archives;

    @BeforeAll
    static void fillVolume() throws IOException {
        archives = ArchivesVolume.fill();
    }

    @AfterAll
    static void removeVolume() {
        archives.close();
    }

    @ParameterizedTest
    @EnumSource
    void compareReportsBothImagesAndDrawsTheChart(Flavour flavour) throws IOException {
        CommandRun run = CommandRun.of(flavour, archives, "compare", SLIM, DISTROLESS, "--chart",
                CommandRun.writable("sizes.png"));
        assertThat(run.error()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).contains("tare:slim", "tare:distroless");
        BufferedImage chart = ImageIO.read(new ByteArrayInputStream(run.written()));
        assertThat(chart).as("a PNG").isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void compareWhenABudgetIsExceededEndsWithStatusOne(Flavour flavour) throws IOException {
        CommandRun run = CommandRun.of(flavour, archives, "compare", SLIM, DISTROLESS, "--max-uncompressed", "1MB");
        assertThat(run.error()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void compareWhenAnArchiveIsMissingEndsWithStatusTwo(Flavour flavour) throws IOException {
        CommandRun run = CommandRun.of(flavour, archives, "compare", SLIM, "/images/missing.tar");
        assertThat(run.error()).contains("/images/missing.tar");
        assertThat(run.exitCode()).isEqualTo(2);
    }

}
