package dev.tare.source.open;

import java.util.Set;

import dev.tare.engine.EngineKind;
import dev.tare.engine.Engines;
import dev.tare.image.InvalidValueException;
import dev.tare.registry.Registries;
import dev.tare.source.engine.EngineArgument;
import dev.tare.source.registry.RegistryArgument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NamedImagesTests {

    @ParameterizedTest
    @ValueSource(strings = { "docker://app:1", "podman://app:1", "docker://0123456789ab", "docker:///etc/passwd" })
    void parseWhenNoEngineIsEnabledThrowsExceptionThatNamesTheSetting(String text) {
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> images().parse(text))
                .withMessageContaining("tare.engines.enabled=" + text.substring(0, 6));
    }

    @Test
    void parseReturnsTheImageOfAnEnabledEngineOnly() {
        NamedImages images = images(EngineKind.DOCKER);
        assertThat(images.parse("docker://app:1")).isInstanceOf(EngineArgument.class);
        assertThat(images.parse("app:1")).isInstanceOf(RegistryArgument.class);
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> images.parse("podman://app:1"))
                .withMessageContaining("tare.engines.enabled=podman");
    }

    @ParameterizedTest
    @ValueSource(strings = { "docker:///etc/passwd", "docker://../../version", "docker://a b", "docker://",
            "archive:a.tar", "oci:folder", "-", "/a.tar", "file:///etc/passwd" })
    void parseWhenTheTextHasAnotherFormThrowsException(String text) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> images(EngineKind.values()).parse(text));
    }

    @Test
    void parseWhenTheTextIsTooLongThrowsException() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> images(EngineKind.values()).parse("docker://" + "a/".repeat(600) + "a"));
    }

    private static NamedImages images(EngineKind... enabled) {
        return new NamedImages(Registries.ofThisUser(), Engines.ofThisUser(), Set.of(enabled));
    }
}
