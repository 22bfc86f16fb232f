package dev.tare.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import dev.tare.fixture.Folders;

/**
 * A build from a clean copy of the sources.
 */
record CleanBuild(Path folder, ImageBuild build, Map<String, BuiltImage> images, Duration time)
        implements AutoCloseable {

    static CleanBuild make() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tare-clean-build");
        ImageBuild build = ImageBuild.of(folder);
        long start = System.nanoTime();
        Map<String, BuiltImage> images = build.run();
        return new CleanBuild(folder, build, images, Duration.ofNanos(System.nanoTime() - start));
    }

    @Override
    public void close() throws IOException {
        Folders.delete(this.folder);
    }

}
