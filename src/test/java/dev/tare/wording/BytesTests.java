package dev.tare.wording;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BytesTests {

    @ParameterizedTest
    @CsvSource({ "0, 0 bytes", "1, 1 byte", "2, 2 bytes", "12345, '12,345 bytes'" })
    void exactHasAllDigits(long bytes, String expected) {
        assertThat(Bytes.exact(bytes)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({ "0, 0 B", "999, 999 B", "1000, 1.00 kB", "9994, 9.99 kB", "9995, 10.0 kB", "99949, 99.9 kB",
            "99951, 100 kB", "999499, 999 kB", "999500, 1.00 MB", "141234567, 141 MB", "210000000, 210 MB",
            "1500000000, 1.50 GB", "-4500000, -4.50 MB", "9223372036854775807, 9.22 EB",
            "-9223372036854775808, -9.22 EB" })
    void roundedHasThreeDigits(long bytes, String expected) {
        assertThat(Bytes.rounded(bytes)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({ "4500000, +4.50 MB", "-4500000, -4.50 MB", "0, 0 B" })
    void growthHasASign(long bytes, String expected) {
        assertThat(Bytes.growth(bytes)).isEqualTo(expected);
    }

    @Test
    void growthHasItsPercentage() {
        assertThat(Bytes.growth(55_123_456, 0)).isEqualTo("-55.1 MB, -100 %");
        assertThat(Bytes.growth(0, 1_000)).isEqualTo("+1.00 kB");
    }

    @ParameterizedTest
    @CsvSource({ "212, 157, -26 %", "1000, 1026, +2.6 %", "1000, 1000, 0.0 %", "0, 5, ''", "1000000, 1000001, ''",
            "1000, 0, -100 %", "1000000, 1, -99.9 %", "1000, 4, -99.6 %" })
    void growthInPercentHasOneDecimalWhereItIsSmall(long from, long to, String expected) {
        assertThat(Bytes.growthInPercent(from, to)).isEqualTo(expected);
    }

    @Test
    void growthInPercentByAFactorOfMoreThanAHundredIsEmpty() {
        assertThat(Bytes.growthInPercent(10, 1_000)).isEqualTo("+9900 %");
        assertThat(Bytes.growthInPercent(10, 1_100)).isEmpty();
        assertThat(Bytes.growthInPercent(1, Long.MAX_VALUE)).isEmpty();
    }
}
