package dev.tare.policy;

import dev.tare.image.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class GrowthLimitTests {

    @ParameterizedTest
    @CsvSource({ "5%, 200, 210", "2.5 %, 100, 102", "0%, 7, 7", "10B, 200, 210", "1kB, 1, 1001", " 0 , 7, 7" })
    void mostIsThePercentageOrTheBytesMore(String text, long bytes, long most) {
        assertThat(GrowthLimit.parse(text).most(bytes)).isEqualTo(most);
    }

    @Test
    void mostWhenItOverflowsIsTheGreatestNumber() {
        assertThat(GrowthLimit.parse("9000TB").most(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(GrowthLimit.parse("5%").most(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "-5%", "five", "5 percent", "%", "-1MB" })
    void parseWhenTheFormIsAnotherNamesTheForms(String text) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> GrowthLimit.parse(text))
                .withMessageContaining("20MB");
    }
}
