package dev.tare.inspection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.filetree.FileEntry;
import dev.tare.filetree.layer.LayerScan;
import dev.tare.fixture.ArchiveBuilder;
import dev.tare.fixture.Blob;
import dev.tare.fixture.DockerForm;
import dev.tare.fixture.ImageBuilder;
import dev.tare.image.Compression;
import dev.tare.image.DiffId;
import dev.tare.image.Digest;
import dev.tare.image.InvalidImageException;
import dev.tare.limits.Deadline;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;
import dev.tare.source.ImageSource;
import dev.tare.source.KnownLayers;
import dev.tare.source.archive.ArchiveSources;
import dev.tare.source.format.ImageSelection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static dev.tare.fixture.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(60)
class LayerCacheTests {

    private static final Limits LIMITS = Limits.DEFAULTS;

    private final LayerCache cache = new LayerCache(10_000_000);

    private final Inspector inspector = new Inspector(LIMITS, this.cache);

    @TempDir
    private Path folder;

    @Test
    void inspectWhenAllLayersAreKnownUnpacksNone() {
        ImageBuilder image = anApp("app:1");
        Inspection first = folder(image.ociLayout());
        Inspection second = folder(image.ociLayout());
        assertThat(second).usingRecursiveComparison().isEqualTo(first);
        assertThat(this.cache.found()).isEqualTo(2);
        assertThat(this.cache.read()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(DockerForm.class)
    void inspectWhenAllLayersOfADockerArchiveAreKnownUnpacksNone(DockerForm form) {
        ImageBuilder image = anApp("app:1");
        Inspection first = file(image.dockerArchive(form));
        long read = this.cache.read();
        Inspection second = file(image.dockerArchive(form));
        assertThat(second).usingRecursiveComparison().isEqualTo(first);
        assertThat(this.cache.read()).isEqualTo(read);
    }

    @Test
    void inspectReadsOnlyNewLayers() {
        folder(anApp("app:1").ociLayout());
        Inspection second = folder(anApp("app:2").layer(l -> l.file("c", "3").whiteout("a")).ociLayout());
        assertThat(second.files().entries()).extracting(FileEntry::path).containsExactly("b", "c");
        assertThat(this.cache.found()).isEqualTo(2);
        assertThat(this.cache.read()).isEqualTo(3);
    }

    @Test
    void inspectReportsTheStoredFormOfAKnownLayerInThisImage() {
        ImageBuilder image = anApp("app:1");
        file(image.dockerArchive(DockerForm.ENGINE_20));
        Inspection compressed = folder(image.ociLayout());
        assertThat(compressed.image().layers()).allMatch(layer -> layer.compression() == Compression.GZIP);
        assertThat(compressed.weight().sizes().compressed()).isPositive();
        assertThat(this.cache.found()).isZero();
    }

    @Test
    void inspectOfAStreamUnpacksNoKnownLayer() {
        ImageBuilder image = anApp("app:1");
        Inspection first = stream(image.ociLayout());
        assertThat(stream(image.ociLayout())).usingRecursiveComparison().isEqualTo(first);
        assertThat(this.cache.found()).isEqualTo(2);
    }

    @Test
    void layersOfAStreamThatASlowerCacheHasAreNotKeptAgain() {
        ImageBuilder image = anApp("app:1");
        LayerCache slower = new LayerCache(10_000_000);
        stream(new Inspector(LIMITS, new LayerCache(0, slower.layers())), image.ociLayout());
        assertThat(slower.read()).isEqualTo(2);
        LayerCache faster = new LayerCache(0, slower.layers());
        stream(new Inspector(LIMITS, faster), image.ociLayout());
        assertThat(faster.read()).isZero();
        assertThat(faster.found()).isEqualTo(2);
        assertThat(slower.read()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void inspectWhenAnImageOnlyClaimsAKnownLayerThrowsException(Way way) {
        ImageBuilder image = anApp("app:1");
        inspect(way, image.ociLayout());
        ArchiveBuilder zeros = withoutLayers(image.ociLayout(), image, Compression.GZIP);
        assertThatExceptionOfType(InvalidImageException.class).isThrownBy(() -> inspect(way, zeros));
        assertThat(this.cache.found()).isZero();
    }

    @ParameterizedTest
    @EnumSource(DockerForm.class)
    void inspectWhenADockerArchiveOnlyClaimsAKnownLayerThrowsException(DockerForm form) {
        ImageBuilder image = anApp("app:1");
        file(image.dockerArchive(form));
        ArchiveBuilder zeros = withoutLayers(withoutLayers(image.dockerArchive(form), image, Compression.NONE), image,
                Compression.GZIP);
        assertThatExceptionOfType(InvalidImageException.class).isThrownBy(() -> file(zeros));
    }

    @Test
    void inspectWhenABlobHasAnotherSizeThanTheKnownLayerReadsIt() {
        ImageBuilder image = anImage("app:1").layer(l -> l.file("a", "1"));
        folder(image.ociLayout());
        Blob layer = Blob.of(image.layerTars().getFirst(), Compression.GZIP);
        byte[] larger = Arrays.copyOf(layer.stored(), layer.stored().length + 1);
        Stream.<Runnable>of(() -> folder(image.ociLayout().file(path(layer), larger)),
                () -> stream(image.ociLayout().file(path(layer), larger)))
                .forEach(read -> assertThatExceptionOfType(InvalidImageException.class).isThrownBy(read::run));
        assertThat(this.cache.found()).isZero();
    }

    @Test
    void inspectWhenALayerDoesNotMatchItsDigestDoesNotCacheIt() {
        ImageBuilder image = anApp("app:1");
        ImageBuilder other = anImage("other:1").layer(l -> l.file("evil", "!"));
        Blob layer = Blob.of(image.layerTars().getFirst(), Compression.GZIP);
        byte[] evil = Blob.of(other.layerTars().getFirst(), Compression.GZIP).stored();
        Stream.<Runnable>of(() -> folder(image.ociLayout().file(path(layer), evil)),
                () -> stream(image.ociLayout().file(path(layer), evil)))
                .forEach(read -> assertThatExceptionOfType(InvalidImageException.class).isThrownBy(read::run));
        assertThat(folder(image.ociLayout()).files().get("evil")).isNull();
    }

    @Test
    void waitForALayerOfAnotherThreadEndsAtTheDeadline() throws Exception {
        DiffId diffId = new DiffId(Digest.sha256Of(new byte[0]));
        Deadline soon = Deadline.of(LIMITS.with("time", 1));
        KnownLayers<LayerScan> layers = this.cache.layers();
        try (KnownLayers.Turn _ = layers.await(diffId, Deadline.of(LIMITS));
                ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<KnownLayers.Turn> turn = other.submit(() -> layers.await(diffId, soon));
            assertThatExceptionOfType(ExecutionException.class).isThrownBy(turn::get)
                    .withCauseInstanceOf(LimitExceededException.class);
        }
    }

    @Test
    void inspectCountsKnownLayersAgainstTheLimitsOfTheirImage() {
        Inspector narrow = new Inspector(LIMITS.with("image-entries", 3), this.cache);
        narrow.inspect(open(anApp("app:1").ociLayout().writeFolder(next())));
        Path larger = anApp("app:2").layer(l -> l.file("c", "").file("d", "")).ociLayout().writeFolder(next());
        assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> narrow.inspect(open(larger)))
                .satisfies(ex -> assertThat(ex.limit()).isEqualTo("image-entries"));
    }

    @Test
    void keepEvictsTheLeastRecentlyUsedLayers() {
        LayerCache pair = new LayerCache(3_500);
        Inspector inspector = new Inspector(LIMITS, pair);
        List<Path> images = IntStream.range(0, 3)
                .mapToObj(i -> anImage("app:" + i).layer(l -> l.file("file-" + i, "")).ociLayout().writeFolder(next()))
                .toList();
        images.forEach(image -> inspector.inspect(open(image)));
        inspector.inspect(open(images.get(2)));
        inspector.inspect(open(images.get(1)));
        assertThat(pair.found()).isEqualTo(2);
        inspector.inspect(open(images.get(0)));
        assertThat(pair.found()).isEqualTo(2);
        assertThat(pair.read()).isEqualTo(4);
    }

    @Test
    void aLayerLargerThanTheCacheIsReadEachTime() {
        LayerCache none = new LayerCache(1_000);
        Path image = anApp("app:1").ociLayout().writeFolder(next());
        IntStream.range(0, 2).forEach(i -> new Inspector(LIMITS, none).inspect(open(image)));
        assertThat(none.found()).isZero();
        assertThat(none.read()).isEqualTo(4);
    }

    @Test
    void layersOfASlowerCacheAreFoundAndKeptThere() {
        Path image = anApp("app:1").ociLayout().writeFolder(next());
        LayerCache slower = new LayerCache(10_000_000);
        new Inspector(LIMITS, new LayerCache(0, slower.layers())).inspect(open(image));
        assertThat(slower.read()).isEqualTo(2);
        LayerCache faster = new LayerCache(10_000_000, slower.layers());
        Inspector inspector = new Inspector(LIMITS, faster);
        Inspection first = inspector.inspect(open(image));
        assertThat(inspector.inspect(open(image))).usingRecursiveComparison().isEqualTo(first);
        assertThat(faster.read()).isZero();
        assertThat(faster.found()).isEqualTo(4);
        assertThat(slower.read()).isEqualTo(2);
    }

    @Test
    void concurrentInspectionsReadCommonLayersOnce() throws Exception {
        ImageBuilder image = anApp("app:1").layer(l -> l.file("large", new byte[20_000_000]));
        Path path = image.ociLayout().writeFolder(next());
        CountDownLatch ready = new CountDownLatch(4);
        try (ExecutorService executor = Executors.newFixedThreadPool(4)) {
            List<Future<Inspection>> inspections = IntStream.range(0, 4).mapToObj(i -> executor.submit(() -> {
                ready.countDown();
                ready.await();
                return this.inspector.inspect(open(path));
            })).toList();
            for (Future<Inspection> inspection : inspections) {
                assertThat(inspection.get().files().size()).isEqualTo(3);
            }
        }
        assertThat(this.cache.read()).isEqualTo(3);
        assertThat(this.cache.found()).isEqualTo(9);
    }

    private Inspection inspect(Way way, ArchiveBuilder archive) {
        return switch (way) {
            case STREAM -> stream(archive);
            case FILE -> file(archive);
            case FOLDER -> folder(archive);
        };
    }

    private Inspection folder(ArchiveBuilder archive) {
        return this.inspector.inspect(open(archive.writeFolder(next())));
    }

    private Inspection file(ArchiveBuilder archive) {
        return this.inspector.inspect(open(archive.writeTar(next().resolve("given"))));
    }

    private Inspection stream(ArchiveBuilder archive) {
        return stream(this.inspector, archive);
    }

    private static Inspection stream(Inspector inspector, ArchiveBuilder archive) {
        return inspector.inspect(ArchiveSources.stream("given", new ByteArrayInputStream(archive.toTar()),
                ImageSelection.ONLY, LIMITS));
    }

    private static ImageSource open(Path path) {
        return ArchiveSources.open(path, ImageSelection.ONLY, LIMITS);
    }

    private Path next() {
        try {
            return Files.createTempDirectory(this.folder, "image");
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** The archive with zeros in place of the layers. */
    private static ArchiveBuilder withoutLayers(ArchiveBuilder archive, ImageBuilder image, Compression compression) {
        List<Digest> layers =
                image.layerTars().stream().map(tar -> Blob.of(tar, compression)).map(Blob::digest).toList();
        archive.files().forEach((path, content) -> {
            if (layers.contains(Digest.sha256Of(content))) {
                archive.file(path, new byte[content.length]);
            }
        });
        return archive;
    }

    private static String path(Blob layer) {
        return "blobs/sha256/" + layer.digest().hex();
    }

    private static ImageBuilder anApp(String name) {
        return anImage(name).layer(l -> l.file("a", "1")).layer(l -> l.file("b", "2"));
    }

    private enum Way {

        STREAM, FILE, FOLDER
    }
}
