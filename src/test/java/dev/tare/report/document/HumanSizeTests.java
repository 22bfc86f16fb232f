package dev.tare.report.document;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class HumanSizeTests {

    @ParameterizedTest
    @CsvSource({ "0, 0 B", "999, 999 B", "1000, 1.00 kB", "9994, 9.99 kB", "9995, 10.0 kB", "99949, 99.9 kB",
            "99951, 100 kB", "999499, 999 kB", "999500, 1.00 MB", "141234567, 141 MB", "210000000, 210 MB",
            "1500000000, 1.50 GB", "-4500000, -4.50 MB", "9223372036854775807, 9.22 EB",
            "-9223372036854775808, -9.22 EB" })
    void ofRoundsToThreeDigits(long bytes, String expected) {
        assertThat(HumanSize.of(bytes)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({ "4500000, +4.50 MB", "-4500000, -4.50 MB", "0, 0 B" })
    void ofGrowthHasASign(long bytes, String expected) {
        assertThat(HumanSize.ofGrowth(bytes)).isEqualTo(expected);
    }
}
