package dev.tare.policy;

import dev.tare.image.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ByteLimitTests {

    @ParameterizedTest
    @CsvSource({ "0, 0", "123, 123", "123B, 123", "200MB, 200000000", "200 MB, 200000000", "200mb, 200000000",
            "190MiB, 199229440", "1.5GB, 1500000000", "1.5KiB, 1536", "2kB, 2000", "1TB, 1000000000000",
            "1TiB, 1099511627776", "9223372036854775807, 9223372036854775807" })
    void parseReadsDecimalAndBinaryUnits(String text, long bytes) {
        assertThat(ByteLimit.parse(text).bytes()).isEqualTo(bytes);
    }

    @Test
    void parseKeepsTheText() {
        assertThat(ByteLimit.parse(" 200 MB ").text()).isEqualTo("200 MB");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "MB", "-1MB", "200M", "200 megabytes", "1,5GB", "1.MB", "1e6", "0x10", "5%",
            "99999999999999999999" })
    void parseWhenFormIsWrongThrowsException(String text) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> ByteLimit.parse(text))
                .withMessageContaining("\"" + text + "\"")
                .withMessageContaining("such as 200MB");
    }

    @ParameterizedTest
    @ValueSource(strings = { "9223372036854775808", "9223373TB", "0.5B", "1.0001kB" })
    void parseWhenItIsNoWholeNumberOfBytesThrowsException(String text) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> ByteLimit.parse(text))
                .withMessageContaining("whole bytes");
    }
}
