package dev.tare.report.document;

import java.time.Instant;

import dev.tare.report.WasteReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FiguresTests {

    @ParameterizedTest
    @CsvSource({ "212, 157, -26 %", "1000, 1026, +2.6 %", "1000, 1000, 0.0 %", "0, 5, ''", "1000000, 1000001, ''",
            "1000, 0, -100 %", "1000000, 1, -99.9 %", "1000, 4, -99.6 %" })
    void smallPercentHasOneDecimal(long from, long to, String expected) {
        assertThat(Figures.percent(from, to)).isEqualTo(expected);
    }

    @Test
    void percentOfTheLargestGrowthIsShown() {
        assertThat(Figures.percent(1, Long.MAX_VALUE)).startsWith("+922337203685477580");
    }

    @Test
    void growthHasASign() {
        assertThat(Figures.growth(55_123_456, 0).text()).isEqualTo("-55.1 MB, -100 %");
        assertThat(Figures.growth(0, 1_000).text()).isEqualTo("+1.00 kB");
    }

    @Test
    void timeIsUtcToTheMinute() {
        assertThat(Figures.time(Instant.parse("2026-10-01T12:34:56Z"))).isEqualTo("2026-10-01 12:34 UTC");
        assertThat(Figures.time(null)).isEqualTo("unknown");
    }

    @Test
    void efficiencyIsCutAndNotRounded() {
        assertThat(Figures.efficiency(new WasteReport.DiveEfficiency(0.99999, 99_999, 100_000)).text())
                .isEqualTo("99.99 %");
        assertThat(Figures.efficiency(new WasteReport.DiveEfficiency(1, 1, 1)).text()).isEqualTo("100.00 %");
    }

    @Test
    void digestIsShortened() {
        assertThat(new Value.Digest("sha256:0123456789abcdef").text()).isEqualTo("0123456789ab");
    }
}
