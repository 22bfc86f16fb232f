package dev.tare.limits;

import dev.tare.image.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ByteSizeTests {

    @ParameterizedTest
    @CsvSource({ "0, 0", "123, 123", "123B, 123", "200MB, 200000000", "200 MB, 200000000", "200mb, 200000000",
            "190MiB, 199229440", "1.5GB, 1500000000", "1.5KiB, 1536", "2kB, 2000", "1TB, 1000000000000",
            "1TiB, 1099511627776", "9223372036854775807, 9223372036854775807" })
    void parseReadsDecimalAndBinaryUnits(String text, long bytes) {
        assertThat(ByteSize.parse(text).bytes()).isEqualTo(bytes);
        assertThat(ByteSize.valueOf(text)).isEqualTo(ByteSize.parse(text));
    }

    @ParameterizedTest
    @CsvSource({ "1kB, 1KiB, 1000, 1024", "1MB, 1MiB, 1000000, 1048576", "1GB, 1GiB, 1000000000, 1073741824",
            "1TB, 1TiB, 1000000000000, 1099511627776" })
    void parseKeepsDecimalAndBinaryUnitsApart(String decimal, String binary, long decimalBytes, long binaryBytes) {
        assertThat(ByteSize.parse(decimal).bytes()).isEqualTo(decimalBytes);
        assertThat(ByteSize.parse(binary).bytes()).isEqualTo(binaryBytes);
    }

    @Test
    void parseKeepsTheText() {
        assertThat(ByteSize.parse(" 200 MB ").text()).isEqualTo("200 MB");
        assertThat(ByteSize.parse(" 200 MB ")).hasToString("200 MB");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "MB", "-1MB", "200M", "200 megabytes", "1,5GB", "1.MB", "1e6", "0x10", "5%",
            "99999999999999999999" })
    void parseWhenFormIsWrongThrowsException(String text) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> ByteSize.parse(text))
                .withMessageContaining("\"" + text + "\"")
                .withMessageContaining("such as 200MB");
    }

    @ParameterizedTest
    @ValueSource(strings = { "9223372036854775808", "9223373TB", "8388608TiB", "0.5B", "1.0001kB" })
    void parseWhenItIsNoWholeNumberOfBytesThrowsException(String text) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> ByteSize.parse(text))
                .withMessageContaining("\"" + text + "\"")
                .withMessageContaining("whole bytes");
    }

    @ParameterizedTest
    @CsvSource({ "0, 0B", "1, 1B", "1000, 1000B", "1024, 1KiB", "1536, 1536B", "8388608, 8MiB", "34359738368, 32GiB",
            "1125899906842624, 1024TiB", "9223372036854775807, 9223372036854775807B" })
    void ofWritesTheLargestUnitThatDividesTheBytes(long bytes, String text) {
        assertThat(ByteSize.of(bytes)).hasToString(text).isEqualTo(ByteSize.parse(text));
        assertThat(ByteSize.of(bytes).bytes()).isEqualTo(bytes);
    }

    @Test
    void ofWhenBytesAreNegativeThrowsException() {
        assertThatIllegalArgumentException().isThrownBy(() -> ByteSize.of(-1));
    }
}
