package dev.tare.inspection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import dev.tare.archive.LayerStream;
import dev.tare.ecosystem.java.Jar;
import dev.tare.fixture.DockerForm;
import dev.tare.fixture.HostileImages;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.JarBuilder;
import dev.tare.fixture.LayerBuilder;
import dev.tare.image.Compression;
import dev.tare.inspection.Inspection.Software;
import dev.tare.limits.Limit;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;
import dev.tare.source.ImageSource;
import dev.tare.source.archive.ArchiveSources;
import dev.tare.source.format.ImageSelection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Each limit accepts an image at the limit. The error of an image above it names the limit. */
class LimitsBoundTests {

    /** Other tests cover the time. */
    private static final String TIME = "time";

    private static final String JAR_DEPTH = "jar-depth";

    @TempDir
    private Path folder;

    @Test
    void everyLimitIsTested() {
        assertThat(Stream.concat(bounds().map(bound -> bound.get()[0]), Stream.of(TIME, JAR_DEPTH)))
                .containsExactlyInAnyOrderElementsOf(
                        Limit.raisable().map(Limit::label).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bounds")
    void inspectWhenAnImageIsAtTheLimitReadsTheImage(String limit, byte[] archive, long needed) throws IOException {
        for (ImageSource source : sources(archive, Limits.DEFAULTS.with(limit, needed))) {
            assertThat(new Inspector(Limits.DEFAULTS.with(limit, needed)).inspect(source).weight().layers())
                    .isNotEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bounds")
    void inspectWhenAnImageIsAboveTheLimitNamesTheLimit(String limit, byte[] archive, long needed) throws IOException {
        Limits low = Limits.DEFAULTS.with(limit, needed - 1);
        for (ImageSource source : sources(archive, low)) {
            assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> new Inspector(low).inspect(source))
                    .withMessageContaining("the limit \"" + limit + "\". Raise the limit")
                    .satisfies(ex -> assertThat(ex.limit()).isEqualTo(limit))
                    .satisfies(ex -> assertThat(ex.allowed()).isEqualTo(needed - 1));
        }
    }

    @Test
    void inspectWhenJarsAreNestedDeeperThanTheLimitReportsThemAsUnread() throws IOException {
        byte[] archive = HostileImages.withFile("a.jar", jar(3));
        Limits low = Limits.DEFAULTS.with(JAR_DEPTH, 2L);
        for (ImageSource source : sources(archive, low)) {
            Software software = new Inspector(low).inspect(source).software();
            assertThat(software.jars()).extracting(Jar::path)
                    .containsExactly("a.jar", "a.jar!/a.jar", "a.jar!/a.jar!/a.jar");
            assertThat(software.unread()).singleElement().satisfies(unread -> {
                assertThat(unread.path()).isEqualTo("a.jar!/a.jar!/a.jar!/a.jar");
                assertThat(unread.because()).contains("\"jar-depth\", 2");
            });
        }
    }

    /** Tare only knows the layers of the image at the end of the stream. */
    @ParameterizedTest
    @ValueSource(strings = { "image-entries", "image-tar-size" })
    void inspectOfAStreamCountsLayersOfOtherImagesToo(String limit) throws IOException {
        ImageBuilder other = ImageBuilder.anImage("other:1").layer(layer -> layer.file("f", "f").file("g", "g"));
        byte[] archive = ImageBuilder.dockerArchiveOf(DockerForm.ENGINE_20, image(), other).toTar();
        ImageSelection selection = new ImageSelection("app:1", null);
        long needed = limit.equals("image-entries") ? 5
                : image().layerTars().stream().mapToLong(tar -> tar.length).sum();
        Limits limits = Limits.DEFAULTS.with(limit, needed);
        Path file = Files.write(this.folder.resolve("two.tar"), archive);
        assertThat(new Inspector(limits).inspect(ArchiveSources.open(file, selection, limits)).weight().layers())
                .hasSize(2);
        assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> new Inspector(limits)
                .inspect(ArchiveSources.stream("two.tar", new ByteArrayInputStream(archive), selection, limits)))
                .satisfies(ex -> assertThat(ex.limit()).isEqualTo(limit));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("greatest")
    void inspectWhenALimitHasTheMaximumValueReadsTheImage(String name, Limits limits) throws IOException {
        ImageBuilder image = image().layer(layer -> layer.file("a.jar", jar(3)));
        assertThat(limits).isNotEqualTo(Limits.DEFAULTS);
        List<ImageSource> sources = new ArrayList<>(sources(image.asDockerArchive(DockerForm.JIB), limits));
        sources.add(
                ArchiveSources.open(image.writeOciLayout(this.folder.resolve("layout")), ImageSelection.ONLY, limits));
        for (ImageSource source : sources) {
            assertThat(new Inspector(limits).inspect(source).weight().layers()).hasSize(3);
        }
    }

    static Stream<Arguments> greatest() {
        Stream<Arguments> each = Limit.raisable()
                .flatMap(limit -> (limit.kind() == Limit.Kind.COUNT ? LongStream.of(Integer.MAX_VALUE)
                        : LongStream.of(Long.MAX_VALUE, Long.MAX_VALUE / 2, Integer.MAX_VALUE + 1L))
                        .mapToObj(value -> arguments(limit.label() + "=" + value,
                                Limits.DEFAULTS.with(limit, value))));
        Limits all = Limit.raisable()
                .reduce(Limits.DEFAULTS, (limits, limit) -> limits.with(limit,
                        limit.kind() == Limit.Kind.COUNT ? Integer.MAX_VALUE : Long.MAX_VALUE), (a, b) -> b);
        return Stream.concat(each, Stream.of(arguments("all of them", all)));
    }

    static Stream<Arguments> bounds() {
        ImageBuilder image = image();
        byte[] archive = image.asDockerArchive(DockerForm.JIB);
        long tars = image.layerTars().stream().mapToLong(tar -> tar.length).sum();
        long largest = image.layerTars().stream().mapToLong(tar -> tar.length).max().orElseThrow();
        byte[] longPath = HostileImages.withFile("x".repeat(200) + "/" + "y".repeat(99), new byte[0]);
        return Stream.of(arguments("layers", archive, 2L), arguments("entries-per-layer", archive, 3L),
                arguments("image-entries", archive, 5L), arguments("archive-entries", archive, 4L),
                arguments("path-length", longPath, 300L), arguments("document-size", archive, largestDocument(image)),
                arguments("layer-tar-size", archive, largest), arguments("image-tar-size", archive, tars),
                arguments("archive-size", archive, (long) archive.length), compressed(), window());
    }

    private static ImageBuilder image() {
        return ImageBuilder.anImage("app:1")
                .layer(layer -> layer.file("a", "a").file("b", "b").file("c", "c"))
                .layer(layer -> layer.file("d", "d").file("e", "e"));
    }

    private static long largestDocument(ImageBuilder image) {
        return image.dockerArchive(DockerForm.JIB)
                .files()
                .entrySet()
                .stream()
                .filter(entry -> entry.getKey().endsWith(".json"))
                .mapToLong(entry -> entry.getValue().length)
                .max()
                .orElseThrow();
    }

    /** A layer of zeros, with the lowest ratio that accepts it. */
    private static Arguments compressed() {
        ImageBuilder image = ImageBuilder.anImage("app:1")
                .layer(layer -> layer.file("zeros", new byte[(int) LayerStream.RATIO_FROM]))
                .compression(Compression.GZIP);
        long stored = HostileImages.gzip(image.layerTars().getFirst()).length;
        return arguments("compression-ratio", image.asDockerArchive(DockerForm.JIB),
                image.layerTars().getFirst().length / (stored + 1) + 1);
    }

    private static Arguments window() {
        byte[] stored = HostileImages.zstd(new LayerBuilder().file("a", "a").toTar(), 20);
        return arguments("zstd-window", HostileImages.storedAs(stored), 1L << 20);
    }

    private static byte[] jar(int depth) {
        byte[] jar = new JarBuilder().pom("g", "a", "1").toJar();
        for (int i = 0; i < depth; i++) {
            jar = new JarBuilder().stored("a.jar", jar).toJar();
        }
        return jar;
    }

    private List<ImageSource> sources(byte[] archive, Limits limits) throws IOException {
        Path file = Files.write(this.folder.resolve("given.tar"), archive);
        return List.of(ArchiveSources.open(file, ImageSelection.ONLY, limits),
                ArchiveSources.stream("given.tar", new ByteArrayInputStream(archive), ImageSelection.ONLY, limits));
    }
}
