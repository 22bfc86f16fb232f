package dev.tare.wording;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TimesTests {

    @ParameterizedTest
    @CsvSource({ "PT0S, 0 seconds", "PT0.25S, 0.25 seconds", "PT1S, 1 second", "PT1.5S, 1.5 seconds",
            "PT15S, 15 seconds", "PT30M, '1,800 seconds'", "PT0.000000001S, 0.000000001 seconds",
            "PT9223372036854775807S, '9,223,372,036,854,775,807 seconds'" })
    void secondsHaveAllDigits(Duration duration, String expected) {
        assertThat(Times.seconds(duration)).isEqualTo(expected);
    }

    @Test
    void timeIsUtcToTheMinute() {
        assertThat(Times.toTheMinute(Instant.parse("2026-10-01T12:34:56Z"))).isEqualTo("2026-10-01 12:34 UTC");
        assertThat(Times.toTheMinute(null)).isEqualTo("unknown");
    }
}
