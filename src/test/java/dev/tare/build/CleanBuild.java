package dev.tare.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A build from a clean copy, made once for all tests that ask for it as a parameter.
 */
record CleanBuild(Path folder, ImageBuild build, Map<String, BuiltImage> images, Duration time)
        implements AutoCloseable {

    static CleanBuild make() {
        try {
            Path folder = Files.createTempDirectory("tare-clean-build");
            ImageBuild build = ImageBuild.of(folder);
            long start = System.nanoTime();
            Map<String, BuiltImage> images = build.run(Map.of());
            return new CleanBuild(folder, build, images, Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException ex) {
            throw new IllegalStateException("No clean build: " + ex.getMessage(), ex);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The clean build was interrupted", ex);
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(this.folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    static final class Resolver implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == CleanBuild.class;
        }

        @Override
        public CleanBuild resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(CleanBuild.class))
                    .computeIfAbsent(CleanBuild.class, key -> make(), CleanBuild.class);
        }

    }

}
