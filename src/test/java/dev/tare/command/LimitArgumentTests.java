package dev.tare.command;

import java.util.List;

import dev.tare.archive.Limits;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LimitArgumentTests {

    @Test
    void overWhenNothingIsGivenKeepsTheDefaults() {
        assertThat(LimitArgument.over(Limits.DEFAULTS, List.of())).isEqualTo(Limits.DEFAULTS);
    }

    @Test
    void overTakesWhatIsGiven() {
        Limits limits = LimitArgument.over(Limits.DEFAULTS, List.of(LimitArgument.parse("layers=7"),
                LimitArgument.parse("layerTarSize=1GiB"), LimitArgument.parse("layers=8")));
        assertThat(limits.layers()).isEqualTo(8);
        assertThat(limits.layerTarSize()).isEqualTo(1L << 30);
        assertThat(limits.entriesPerLayer()).isEqualTo(Limits.DEFAULTS.entriesPerLayer());
    }
}
