package dev.tare.build;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A registry is given the same image as an archive, and the image runs when it comes back from there. */
@ExtendWith(CleanBuild.Resolver.class)
class RegistryPushIT {

    @Test
    void buildPushesTheImageOfTheArchive(CleanBuild clean, @TempDir Path folder) throws Exception {
        BuiltImage archived = clean.images().get("slim");
        assertThat(archived).isNotNull();
        try (LocalRegistry registry = LocalRegistry.start(folder.resolve("registry"))) {
            ImageBuild.of(folder.resolve("sources")).push(registry.reference("tare:slim"));
            assertThat(registry.manifest("tare", "slim")).isEqualTo(archived.manifest().json());
            try (PulledImage pulled = PulledImage.pull(registry.reference("tare:slim"), folder.resolve("pulled"))) {
                assertThat(pulled.run("version")).startsWith("Tare ");
            }
        }
    }

}
