package dev.tare.products;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.tare.ecosystem.java.Jar;
import dev.tare.image.Digest;

/**
 * The jars in a local repository of Maven. The path of a file there is its coordinates:
 * {@code GROUP/ARTIFACT/VERSION/ARTIFACT-VERSION.jar}. The same file may have several coordinates.
 */
final class KnownJars {

    private final Map<Digest, Set<String>> coordinates = new HashMap<>();

    private KnownJars() {}

    static KnownJars in(Path repository) throws IOException {
        KnownJars known = new KnownJars();
        try (Stream<Path> files = Files.walk(repository)) {
            files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> repository.relativize(file).getNameCount() >= 4)
                    .forEach(file -> known.add(file, repository.relativize(file.getParent())));
        }
        return known;
    }

    private void add(Path file, Path folder) {
        int depth = folder.getNameCount();
        String group = folder.subpath(0, depth - 2).toString().replace('/', '.');
        try {
            this.coordinates.computeIfAbsent(Digest.sha256Of(Files.readAllBytes(file)), digest -> new HashSet<>())
                    .add(String.join(":", List.of(group, folder.getName(depth - 2).toString(),
                            folder.getName(depth - 1).toString())));
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** The coordinates of a jar, as {@code group:artifact:version}; empty if the repository does not have the jar. */
    Set<String> of(Jar jar) {
        return this.coordinates.getOrDefault(jar.content(), Set.of());
    }
}
