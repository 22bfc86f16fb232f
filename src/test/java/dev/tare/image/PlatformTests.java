package dev.tare.image;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PlatformTests {

    @ParameterizedTest
    @ValueSource(strings = { "linux/amd64", "linux/arm64/v8", "windows/amd64" })
    void parseReadsTheShownForm(String text) {
        assertThat(Platform.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({ "linux/aarch64, linux/arm64", "linux/x86_64, linux/amd64", "linux/aarch64/v8, linux/arm64/v8" })
    void parseWhenTheArchitectureHasAnotherNameReadsIt(String text, String platform) {
        assertThat(Platform.parse(text)).hasToString(platform);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "linux", "linux/", "/amd64", "linux/arm/v7/x", "linux/arm64/", "linux//v8",
            "linux/ /v8" })
    void parseWhenTextHasAnotherFormThrowsException(String text) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> Platform.parse(text))
                .satisfies(ex -> assertThat(ex.rule()).isEqualTo("invalid-platform"))
                .withMessageContaining("Expected os/architecture or os/architecture/variant");
    }

    @ParameterizedTest
    @CsvSource({ "linux/arm64, linux/arm64/v8, true", "linux/arm64/v8, linux/arm64/v8, true",
            "linux/arm/v7, linux/arm/v6, false", "linux/arm/v7, linux/arm, true", "linux/arm/v6, linux/arm, false",
            "linux/arm64/v8, linux/arm64, true", "linux/arm64/v8, linux/arm64/v9, false",
            "linux/arm64/v9, linux/arm64, false",
            "linux/amd64/v1, linux/amd64, true", "linux/amd64/v3, linux/amd64, false",
            "linux/s390x/z, linux/s390x, false", "linux/amd64, linux/arm64, false",
            "linux/amd64, windows/amd64, false" })
    void acceptsEveryVariantUnlessOneIsRequested(String wanted, String actual, boolean accepted) {
        assertThat(Platform.parse(wanted).accepts(Platform.parse(actual))).isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", value = { "none, linux/s390x, linux/s390x", "none, windows/amd64, windows/amd64",
            "none, linux/s390x linux/amd64 linux/arm64, linux/arm64", "none, linux/s390x linux/amd64, linux/amd64",
            "none, linux/s390x windows/amd64, none", "linux/s390x, linux/amd64 linux/s390x, linux/s390x",
            "linux/amd64, linux/arm64, none", "linux/arm, linux/arm/v5 linux/arm/v7, linux/arm/v7",
            "linux/arm, linux/arm/v5 linux/arm/v6, linux/arm/v5" })
    void selectPrefersTheWantedPlatformOrTheOnlyOneOrThisMachinesOrAmd64(@Nullable String wanted, String images,
            @Nullable String selected) {
        assertThat(Platform.select(wanted == null ? null : Platform.parse(wanted), Platform.parse("linux/arm64"),
                List.of(images.split(" ")), Platform::parse)).isEqualTo(Optional.ofNullable(selected));
    }

    @Test
    void ofThisMachineIsLinuxWithGoNames() {
        assertThat(Platform.ofThisMachine().os()).isEqualTo("linux");
        assertThat(Platform.ofThisMachine().architecture()).isNotIn("x86_64", "aarch64");
    }
}
