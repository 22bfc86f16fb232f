package dev.tare.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RegistriesDocumentTests {

    private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    @Test
    void exampleIsValid(@TempDir Path folder) throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(Path.of("docs/REGISTRIES.md")));
        assertThat(example.find()).isTrue();
        RegistriesSettings settings = RegistriesSettings.read(
                Files.writeString(folder.resolve("registries.json"), example.group(1)));
        assertThat(settings.of("docker.io").mirrors()).containsExactly(new Mirror("mirror.example.com", ""),
                new Mirror("harbor.example.com", "docker-hub/"));
        assertThat(settings.publicRegistries()).isEqualTo(List.of("registry.example.com:5000"));
    }
}
