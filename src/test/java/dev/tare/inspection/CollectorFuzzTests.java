package dev.tare.inspection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tare.archive.tar.EntryType;
import dev.tare.archive.tar.TarEntry;
import dev.tare.content.Collected;
import dev.tare.content.reader.ContentReader;
import dev.tare.ecosystem.java.JarWays;
import dev.tare.filetree.FileEntry;
import dev.tare.fixture.JarBuilder;
import dev.tare.fixture.LayerBuilder;
import dev.tare.fixture.ZipBytes;
import dev.tare.image.InvalidImageException;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * For any content, a collector returns a finding with a length or none, or it throws an {@link InvalidImageException}. An
 * image with this content is inspected, or is invalid too.
 */
class CollectorFuzzTests {

    private static final Path SEEDS = Path.of("src/test/resources/dev/tare/inspection/seeds");

    private static final List<ContentReader<?>> READERS =
            Stream.<ContentReader<?>>concat(Ecosystems.ALL.stream(), Stream.of(InspectionAssembler.SYSTEM)).toList();

    /** Passes each content to every reader, at each path of its seeds. */
    @MethodSource("seeds")
    @FuzzTest
    void content(byte[] content) throws IOException {
        List<String> paths = new ArrayList<>();
        for (ContentReader<?> reader : READERS) {
            for (String path : pathsOf(reader)) {
                collect(reader, path, content);
                paths.add(path);
            }
        }
        inspect(content, paths.toArray(String[]::new));
    }

    static Stream<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (ContentReader<?> reader : READERS) {
            for (String path : pathsOf(reader)) {
                seeds.add(seed(reader, path));
            }
        }
        return seeds.stream();
    }

    static Stream<ContentReader<?>> readers() {
        return READERS.stream();
    }

    /** A folder below {@code seeds} has the id of a reader. It contains the seeds at their paths in the image. */
    @MethodSource("readers")
    @ParameterizedTest
    void readerReturnsAFindingForEachSeed(ContentReader<?> reader) throws IOException {
        assertThat(pathsOf(reader)).as("seeds of " + reader.id())
                .isNotEmpty()
                .allSatisfy(
                        path -> assertThat(collect(reader, path, seed(reader, path))).isNotEmpty());
    }

    private static List<String> pathsOf(ContentReader<?> reader) throws IOException {
        Path folder = SEEDS.resolve(reader.id());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static byte[] seed(ContentReader<?> reader, String path) throws IOException {
        return Files.readAllBytes(SEEDS.resolve(reader.id()).resolve(path));
    }

    /** Both ways to read a jar have the same result if both can read all of it. */
    @MethodSource("jar")
    @FuzzTest
    void jar(byte[] content) throws IOException {
        JarWays.assertAlike("app/a-1.0.jar", content);
        inspect(content, "app/a-1.0.jar");
    }

    static Stream<byte[]> jar() {
        byte[] inner = new JarBuilder().pom("g", "inner", "2").toJar();
        return Stream.of(inner,
                new JarBuilder().manifest("Implementation-Title: a", "Implementation-Version: 1")
                        .stored("BOOT-INF/lib/inner-2.jar", inner)
                        .entry("WEB-INF/lib/i.jar", inner)
                        .toJar(),
                new JarBuilder().pom("g", "a", "1").pom("g", "b", "1").entry("B.class", "\u00ca\u00fe").toJar(),
                new ZipBytes(new JarBuilder().stored("a.jar", inner).stored("b.jar", inner).toJar()).reversed()
                        .repeated("a.jar", 1)
                        .toBytes());
    }

    /** Passes the content to the collectors of a reader that want it. */
    private static List<Collected> collect(ContentReader<?> reader, String path, byte[] content) throws IOException {
        CollectorSet collectors =
                CollectorSet.of(List.of(reader), Limits.DEFAULTS, Deadline.of(Limits.DEFAULTS));
        List<Collected> found = new ArrayList<>();
        try {
            found.addAll(collectors.collect(file(path, content), new ByteArrayInputStream(content)));
            collectors.observe(file(path, content)).forEach(one -> {
                one.observation().update(content, 0, content.length);
                found.addAll(one.finish());
            });
            found.forEach(collected -> assertThat(collected.finding().length()).isNotNegative());
        } catch (InvalidImageException expected) {
            // The content exceeds a limit.
        }
        return found;
    }

    /** A native library of Java counts only from 1 MiB on, but its seed is small. */
    private static TarEntry file(String path, byte[] content) {
        long size = path.endsWith(".so") ? Math.max(content.length, 1 << 20) : content.length;
        return new TarEntry(path, EntryType.FILE, size, 0644, 0, 0, Instant.EPOCH, null, Map.of(), null);
    }

    /** Inspects an image with the content at all these paths, and with files that packages may list. */
    private static void inspect(byte[] content, String... paths) {
        try {
            Inspection inspection = DrawnImage.anImage().layer(layer -> draw(layer, content, paths)).inspect();
            List<FileEntry> unowned = inspection.software().owners().unowned().toList();
            assertThat(inspection.files().entries()).containsAll(unowned);
        } catch (InvalidImageException expected) {
            // The content exceeds a limit.
        }
    }

    private static void draw(LayerBuilder layer, byte[] content, String... paths) {
        layer.file("usr/bin/sh", "sh").file("usr/bin/sh.distrib", "sh").symlink("bin", "usr/bin");
        for (String path : paths) {
            layer.file(path, content);
        }
    }
}
