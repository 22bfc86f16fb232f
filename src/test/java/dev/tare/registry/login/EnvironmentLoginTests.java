package dev.tare.registry.login;

import java.util.Map;

import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import dev.tare.registry.ImageReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EnvironmentLoginTests {

    @ParameterizedTest
    @CsvSource({ "r.io, r.io/app", "r.io:5000, r.io:5000/app", "docker.io, nginx", "index.docker.io, nginx",
            "r.io/team, r.io/team/app", "https://r.io, r.io/app" })
    void loginIsForTheNamedRegistry(String registry, String reference) {
        assertThat(find(Map.of("TARE_REGISTRY", registry, "TARE_REGISTRY_USERNAME", "u", "TARE_REGISTRY_PASSWORD", "p"),
                reference)).isEqualTo(new Credentials("u", "p", false));
    }

    @ParameterizedTest
    @ValueSource(strings = { "nginx", "s.io/app", "r.io:5000/app", "evil.r.io/app", "r.io.example.com/r.io/app" })
    void loginIsForNoOtherRegistry(String reference) {
        assertThat(find(Map.of("TARE_REGISTRY", "r.io", "TARE_REGISTRY_USERNAME", "u", "TARE_REGISTRY_PASSWORD", "p"),
                reference)).isNull();
    }

    @ParameterizedTest
    @CsvSource({ "TARE_REGISTRY", "TARE_REGISTRY_USERNAME", "TARE_REGISTRY_PASSWORD" })
    void missingVariableIsAnErrorWithoutThePassword(String missing) {
        Map<String, String> all = Map.of("TARE_REGISTRY", "r.io", "TARE_REGISTRY_USERNAME", "u",
                "TARE_REGISTRY_PASSWORD", "geheim");
        assertThatExceptionOfType(LoginException.class)
                .isThrownBy(() -> new EnvironmentLogin(name -> name.equals(missing) ? "" : all.get(name))
                        .find("r.io", "app", Deadline.of(Limits.DEFAULTS)))
                .withMessageContaining(missing)
                .satisfies(ex -> assertThat(ex.getMessage()).doesNotContain("geheim"));
    }

    @Test
    void registryAloneIsNoLogin() {
        assertThat(find(Map.of("TARE_REGISTRY", "r.io"), "r.io/app")).isNull();
    }

    private static @Nullable Credentials find(Map<String, String> environment, String reference) {
        ImageReference image = ImageReference.parse(reference);
        return new EnvironmentLogin(environment::get).find(image.registry(), image.repository(),
                Deadline.of(Limits.DEFAULTS));
    }
}
