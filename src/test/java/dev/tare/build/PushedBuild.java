package dev.tare.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import dev.tare.fixture.Folders;

/**
 * A second build of the same sources, in another folder, time zone and locale. It pushes both images to a registry, which
 * runs until this is closed.
 */
record PushedBuild(Path folder, LocalRegistry registry, Map<String, BuiltImage> images) implements AutoCloseable {

    static PushedBuild make() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tare-pushed-build");
        LocalRegistry registry = LocalRegistry.start(folder.resolve("registry"));
        try {
            Map<String, BuiltImage> images = ImageBuild.of(folder.resolve("sources"))
                    .push(registry.reference("tare"), Map.of("TZ", "Asia/Kathmandu", "LC_ALL", "C"));
            return new PushedBuild(folder, registry, images);
        } catch (IOException | InterruptedException | RuntimeException ex) {
            registry.close();
            throw ex;
        }
    }

    @Override
    public void close() throws IOException {
        this.registry.close();
        Folders.delete(this.folder);
    }

}
