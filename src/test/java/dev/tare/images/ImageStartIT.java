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
 * Measures the starts of the two images in turns, so that other work of the machine affects both.
 */
class ImageStartIT {

    private static final int ROUNDS = Scale.of("tare.starts", System.getProperty("tare.docs") == null ? 2 : 3, 10);

    @Test
    void bothStartAndEndRepeatedly() throws IOException {
        Map<Flavour, List<Start>> starts = new EnumMap<>(Flavour.class);
        for (int round = 0; round < ROUNDS; round++) {
            for (Flavour flavour : Flavour.values()) {
                starts.computeIfAbsent(flavour, (key) -> new ArrayList<>()).add(Start.measure(flavour));
            }
        }
        assertThat(starts.values()).flatMap((all) -> all).extracting(Start::exitCode).containsOnly(143);
        RuntimeRecord.of(starts).write();
    }

}
