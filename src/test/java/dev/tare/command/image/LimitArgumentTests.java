package dev.tare.command.image;

import java.time.Duration;
import java.util.List;

import dev.tare.image.InvalidValueException;
import dev.tare.limits.Limit;
import dev.tare.limits.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LimitArgumentTests {

    @Test
    void overWithoutArgumentsKeepsTheDefaults() {
        assertThat(LimitArgument.over(Limits.DEFAULTS, List.of())).isEqualTo(Limits.DEFAULTS);
    }

    @ParameterizedTest
    @ValueSource(strings = { "time=0s", "time=-1m", "time=soon", "time=9999999999999999h", "layers=0", "layers=3GiB",
            "layers=1kB", "layers=2147483648", "layer-tar-size=0", "layer-tar-size=64M", "unknown=1", "layers" })
    void parseWhenValueIsInvalidThrowsException(String text) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> LimitArgument.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = { "layerTarSize=1GiB", "LAYER_TAR_SIZE=1GiB", "tare.limits.layer-tar-size=1GiB" })
    void parseWhenNameIsUnknownListsTheNames(String text) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> LimitArgument.parse(text))
                .withMessageContaining("\"" + text + "\"")
                .withMessageContaining(" layer-tar-size,");
    }

    @ParameterizedTest
    @CsvSource({ "1MB, 1000000", "1MiB, 1048576", "64GiB, 68719476736", "1000, 1000" })
    void parseReadsSizesInDecimalAndBinaryUnits(String size, long bytes) {
        assertThat(LimitArgument.parse("layer-tar-size=" + size))
                .isEqualTo(new LimitArgument(Limit.LAYER_TAR_SIZE, bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = { "9999999h", "9223372036854775s", "2562047788015215h" })
    void parseAcceptsAVeryLongTime(String time) {
        Limits limits = LimitArgument.over(Limits.DEFAULTS, List.of(LimitArgument.parse("time=" + time)));
        assertThat(Duration.ofMillis(limits.get(Limit.TIME))).isGreaterThanOrEqualTo(Duration.ofDays(100 * 365));
    }

    @Test
    void overReplacesTheDefaults() {
        Limits limits = LimitArgument.over(Limits.DEFAULTS, List.of(LimitArgument.parse("layers=7"),
                LimitArgument.parse("layer-tar-size=1GiB"), LimitArgument.parse("layers=8"),
                LimitArgument.parse("time=1m30s")));
        assertThat(limits.get(Limit.LAYERS)).isEqualTo(8);
        assertThat(limits.get(Limit.LAYER_TAR_SIZE)).isEqualTo(1L << 30);
        assertThat(Duration.ofMillis(limits.get(Limit.TIME))).isEqualTo(Duration.ofSeconds(90));
        assertThat(limits.get(Limit.ENTRIES_PER_LAYER))
                .isEqualTo(Limits.DEFAULTS.get(Limit.ENTRIES_PER_LAYER));
    }
}
