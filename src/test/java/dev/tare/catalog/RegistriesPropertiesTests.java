package dev.tare.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.tare.registry.InvalidRegistriesException;
import dev.tare.registry.RegistriesSettings;
import dev.tare.tls.InvalidPemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RegistriesPropertiesTests {

    @TempDir
    private Path folder;

    @Test
    void withoutAFileNoRegistryIsConfigured() {
        assertThat(properties("").read()).isEqualTo(RegistriesSettings.NONE);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void credentialsThatAreNotForAllClientsAreLogged(CapturedOutput output) throws IOException {
        Path file = Files.writeString(this.folder.resolve("registries.json"), """
                {"registries": {"a.io": {"username": "u", "password": "geheim"},
                  "b.io": {"username": "u", "password": "geheim", "publicToAllClients": true}}}""");
        RegistriesSettings settings = new RegistriesConfiguration().registriesSettings(properties(file.toString()));
        assertThat(settings.publicRegistries()).containsExactly("b.io");
        assertThat(output).contains("a.io").doesNotContain("b.io", "geheim");
    }

    @Test
    void invalidFileEndsTheStartWithItsReason() throws IOException {
        Path file = Files.writeString(this.folder.resolve("registries.json"), "{\"registries\": {\"a.io\": 7}}");
        assertThatExceptionOfType(InvalidRegistriesException.class).isThrownBy(() -> properties(file.toString()).read())
                .satisfies(problem -> {
                    FailureAnalysis analysis = new InvalidRegistriesFailureAnalyzer().analyze(problem);
                    assertThat(analysis).isNotNull();
                    assertThat(analysis.getDescription()).contains("registries.json", "a.io");
                    assertThat(analysis.getAction()).contains("tare.registries.file");
                });
    }

    @Test
    void invalidCertificatesEndTheStartWithTheirReason() throws IOException {
        Path file = Files.writeString(this.folder.resolve("registries.json"),
                "{\"registries\": {\"a.io\": {\"ca\": \"none.pem\"}}}");
        RegistriesProperties properties = properties(file.toString());
        assertThatExceptionOfType(InvalidPemException.class)
                .isThrownBy(() -> new RegistriesConfiguration().registries(properties.read(), properties))
                .satisfies(problem -> {
                    FailureAnalysis analysis = new InvalidPemFailureAnalyzer().analyze(problem);
                    assertThat(analysis).isNotNull();
                    assertThat(analysis.getDescription()).contains("none.pem");
                    assertThat(analysis.getAction()).contains("tare.registries.file");
                });
    }

    private static RegistriesProperties properties(String file) {
        return new RegistriesProperties(file, List.of(), List.of(), List.of());
    }
}
