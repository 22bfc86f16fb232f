package dev.tare.wording;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TimesTests {

    @Test
    void timeIsUtcToTheMinute() {
        assertThat(Times.toTheMinute(Instant.parse("2026-10-01T12:34:56Z"))).isEqualTo("2026-10-01 12:34 UTC");
        assertThat(Times.toTheMinute(null)).isEqualTo("unknown");
    }
}
