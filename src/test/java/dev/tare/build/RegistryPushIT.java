package dev.tare.build;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A registry receives the same image as an archive, and the image runs when it comes back from there. */
@ExtendWith(Builds.class)
class RegistryPushIT {

    @Test
    void buildPushesTheImageOfTheArchive(CleanBuild clean, PushedBuild pushed, @TempDir Path folder) throws Exception {
        BuiltImage archived = clean.images().get("slim");
        assertThat(archived).isNotNull();
        LocalRegistry registry = pushed.registry();
        assertThat(registry.manifest("tare", "slim")).isEqualTo(archived.manifest().json());
        try (PulledImage pulled = PulledImage.pull(registry.reference("tare:slim"), folder.resolve("pulled"))) {
            assertThat(pulled.run("version")).startsWith("Tare ");
        }
    }

}
