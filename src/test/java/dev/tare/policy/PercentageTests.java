package dev.tare.policy;

import dev.tare.image.InvalidValueException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PercentageTests {

    @ParameterizedTest
    @CsvSource({ "5%, 1000, 1050", "0%, 1000, 1000", "0.1%, 1999, 2000", "2.5 %, 100, 102", "100%, 7, 14",
            "5%, 9223372036854775807, 9223372036854775807" })
    void growIsExactAndNeverOverflows(String text, long bytes, long grown) {
        assertThat(Percentage.parse(text).grow(bytes)).isEqualTo(grown);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "5", "%", "-5%", "5.%", "five%", "1e3%", "5%%", "99999999999%" })
    void parseWhenFormIsWrongThrowsException(String text) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Percentage.parse(text))
                .withMessageContaining("\"" + text + "\"")
                .withMessageContaining("such as 5%");
    }
}
