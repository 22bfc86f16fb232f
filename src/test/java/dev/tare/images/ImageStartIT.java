package dev.tare.images;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.tare.fixture.Scale;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures the starts of the two images in turns, so that other work of the machine affects all of them. Each image starts
 * with its AOT cache, without it, and from the executable jar.
 */
class ImageStartIT {

    private static final int ROUNDS = Scale.of("tare.starts", System.getProperty("tare.docs") == null ? 1 : 10, 10);

    @Test
    void bothStartAndEndRepeatedly() throws IOException, InterruptedException {
        Map<Flavour, List<Start>> starts = new EnumMap<>(Flavour.class);
        try (ArchivesVolume volume = ArchivesVolume.fill()) {
            for (int round = 0; round < ROUNDS; round++) {
                for (Launch launch : Launch.values()) {
                    for (Flavour flavour : Flavour.values()) {
                        starts.computeIfAbsent(flavour, (key) -> new ArrayList<>())
                                .add(Start.measure(flavour, launch, volume));
                    }
                }
            }
        }
        assertThat(starts.values()).flatMap((all) -> all).extracting(Start::exitCode).containsOnly(143);
        RuntimeRecord.of(starts).write();
    }

}
