package dev.tare.inspection;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import dev.tare.filetree.layer.LayerScan;
import dev.tare.fixture.HostileImages;
import dev.tare.inspection.waste.DiveEfficiency;
import dev.tare.limits.Budget;
import dev.tare.limits.Deadline;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.Limit;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;
import dev.tare.source.ImageContents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class InspectionAssemblerTests {

    private static final long SECOND = 1_000_000_000L;

    private static final int FILES = 20_000;

    private final AtomicLong asked = new AtomicLong();

    /** Each part of the work checks the deadline. */
    @Test
    void assembleWhenTheDeadlineEndsAtAnyStepThrowsException() {
        ImageContents<LayerScan> contents = scanned(DrawnImage.anImage()
                .layer(layer -> IntStream.range(0, FILES).forEach(i -> layer.file("d/" + i, "x"))));
        assemble(contents, Duration.ofDays(1));
        long all = this.asked.get();
        assertThat(all).isGreaterThan(10);
        for (long end = 0; end < all; end++) {
            Duration allowed = Duration.ofSeconds(end);
            assertThatExceptionOfType(LimitExceededException.class)
                    .isThrownBy(() -> assemble(contents, allowed))
                    .satisfies(ex -> assertThat(ex.limit()).isEqualTo("time"));
        }
    }

    /** The contents of a hidden folder are not visited again for each layer between. */
    @Test
    void scoreNeedsNoMoreStepsForLayersThatHideOtherFolders() {
        assertThat(stepsWithLayersBetween(60)).isLessThan(stepsWithLayersBetween(0) + 5);
    }

    /** A short link can lead through hundreds of folders with paths of thousands of characters. */
    @ParameterizedTest
    @ValueSource(strings = { "bin/python", "var/lib/dpkg/info/a" })
    void assembleChecksTheDeadlineWhileItResolvesLinks(String path) {
        assertThat(stepsWithLinks(path, 10)).isGreaterThan(stepsWithLinks(path, 0) + 50);
    }

    private long stepsWithLinks(String path, int count) {
        assemble(scanned(DrawnImage.anImage().layer(layer -> {
            HostileImages.addLeadingAbout(layer, "about");
            IntStream.range(0, count).forEach(i -> layer.symlink(path + i, "/about"));
        })), Duration.ofDays(1));
        return this.asked.get();
    }

    private long stepsWithLayersBetween(int count) {
        DrawnImage image = DrawnImage.anImage().layer(layer -> {
            layer.directory("d").directory("e");
            IntStream.range(0, FILES).forEach(i -> layer.file("d/" + i, "x"));
        });
        IntStream.range(0, count)
                .forEach(i -> image.layer(layer -> layer.whiteout("e").directory("e").file("k" + i, "")));
        List<LayerScan> scans = scanned(image.layer(layer -> layer.whiteout("d"))).layers();
        DiveEfficiency.of(scans, deadline(Duration.ofDays(1)));
        return this.asked.get();
    }

    private static ImageContents<LayerScan> scanned(DrawnImage image) {
        return image.read(new LayerScanner(Limits.DEFAULTS, CollectorSet.NONE), new ImageBudget(Limits.DEFAULTS));
    }

    private void assemble(ImageContents<LayerScan> contents, Duration allowed) {
        InspectionAssembler.assemble(contents, CollectorSet.NONE, new Budget(Limit.IMAGE_ENTRIES, Limits.DEFAULTS),
                deadline(allowed));
    }

    /** Assembles with a clock that advances by a second at each look. */
    private Deadline deadline(Duration allowed) {
        this.asked.set(-1);
        Limits limits = Limits.DEFAULTS.with("time", allowed.toMillis() + 1);
        return Deadline.of(limits, () -> this.asked.incrementAndGet() * SECOND);
    }
}
