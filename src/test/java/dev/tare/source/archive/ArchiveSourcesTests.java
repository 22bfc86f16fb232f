package dev.tare.source.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.tare.fixture.ArchiveBuilder;
import dev.tare.fixture.Blob;
import dev.tare.fixture.DockerForm;
import dev.tare.fixture.ImageBuilder;
import dev.tare.image.Compression;
import dev.tare.image.Digest;
import dev.tare.image.HistoryEntry;
import dev.tare.image.Image;
import dev.tare.image.Layer;
import dev.tare.image.Platform;
import dev.tare.limits.Limits;
import dev.tare.source.ImageContents;
import dev.tare.source.ImageSource;
import dev.tare.source.ReadFailures;
import dev.tare.source.format.ImageSelection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.tare.fixture.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ArchiveSourcesTests {

    private static final Map<String, Function<ImageBuilder, ArchiveBuilder>> FORMS = Map.of(
            "docker 20", image -> image.dockerArchive(DockerForm.ENGINE_20), "docker 25",
            image -> image.dockerArchive(DockerForm.ENGINE_25), "podman",
            image -> image.dockerArchive(DockerForm.PODMAN), "jib", image -> image.dockerArchive(DockerForm.JIB),
            "oci gzip", ImageBuilder::ociLayout, "oci zstd",
            image -> image.compression(Compression.ZSTD).ociLayout(), "oci plain",
            image -> image.compression(Compression.NONE).ociLayout());

    @TempDir
    private Path folder;

    static Stream<Arguments> formsAndWays() {
        return FORMS.entrySet()
                .stream()
                .flatMap(form -> Stream.of(Way.values())
                        .map(way -> Arguments.argumentSet(form.getKey() + " as " + way, form.getValue(), way)));
    }

    @ParameterizedTest
    @MethodSource("formsAndWays")
    void readReturnsTheSameImageForEveryFormAndWay(Function<ImageBuilder, ArchiveBuilder> form, Way way) {
        ImageBuilder builder = anApp();
        ImageContents<List<String>> contents =
                way.open(form.apply(builder), this.folder).read(new TarPaths(), TarPaths.budget());
        Image image = contents.image();
        assertThat(image.name()).isEqualTo("app:1");
        assertThat(image.id()).isEqualTo(Digest.sha256Of(builder.configDocument()));
        assertThat(image.config().container().user()).isEqualTo("65532:65532");
        assertThat(image.layers()).extracting(layer -> layer.diffId().digest())
                .containsExactlyElementsOf(builder.diffIds());
        assertThat(image.layers()).extracting(Layer::history)
                .extracting(HistoryEntry::createdBy)
                .containsExactly("COPY passwd /etc", "COPY app /app", "COPY passwd /etc");
        assertThat(contents.layers()).containsExactly(List.of("etc", "etc/passwd"), List.of("app", "app/run"),
                List.of("etc", "etc/passwd"));
    }

    @ParameterizedTest
    @MethodSource("formsAndWays")
    void readReportsTheCompressionOfLayers(Function<ImageBuilder, ArchiveBuilder> form, Way way) {
        ImageBuilder builder = anApp();
        ArchiveBuilder archive = form.apply(builder);
        Image image = way.open(archive, this.folder).read(new TarPaths(), TarPaths.budget()).image();
        assertThat(image.layers()).allSatisfy(layer -> {
            assertThat(archive.files().values()).anySatisfy(stored -> {
                assertThat(Digest.sha256Of(stored)).isEqualTo(layer.digest());
                assertThat((long) stored.length).isEqualTo(layer.storedSize());
            });
        });
        assertThat(image.layers()).extracting(Layer::tarSize)
                .containsExactlyElementsOf(builder.layerTars().stream().map(tar -> (long) tar.length).toList());
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void readReadsRepeatedLayersOnce(Way way) {
        List<String> read = Collections.synchronizedList(new ArrayList<>());
        way.open(anApp().dockerArchive(DockerForm.ENGINE_20), this.folder)
                .read((layer, tar, budget) -> read.add(layer), TarPaths.budget());
        assertThat(read).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void readWhenManifestComesFirstOrLastGivesTheSame(Way way) throws IOException {
        ArchiveBuilder last = anApp().dockerArchive(DockerForm.ENGINE_20);
        ArchiveBuilder first = anApp().dockerArchive(DockerForm.ENGINE_20).moveToFront("manifest.json");
        Path other = Files.createDirectory(this.folder.resolve("other"));
        assertThat(way.open(first, this.folder).read(new TarPaths(), TarPaths.budget()))
                .isEqualTo(way.open(last, other).read(new TarPaths(), TarPaths.budget()));
    }

    @ParameterizedTest
    @EnumSource(value = Compression.class, names = { "GZIP", "ZSTD" })
    void readTakesArchivesThatAreCompressedAsAWhole(Compression compression) throws IOException {
        byte[] archive = Blob.compress(anApp().asDockerArchive(), compression);
        ImageSource stream = ArchiveSources.stream("given.tar.gz", new ByteArrayInputStream(archive),
                ImageSelection.ONLY, Limits.DEFAULTS);
        ImageSource file = ArchiveSources.open(Files.write(this.folder.resolve("given.tar.gz"), archive),
                ImageSelection.ONLY, Limits.DEFAULTS);
        assertThat(stream.read(new TarPaths(), TarPaths.budget()).image().name()).isEqualTo("app:1");
        assertThat(file.read(new TarPaths(), TarPaths.budget()))
                .isEqualTo(file.read(new TarPaths(), TarPaths.budget()));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void readWhenImageHasNoTagNamesItAfterItsSource(Way way) throws IOException {
        Path other = Files.createDirectory(this.folder.resolve("other"));
        assertThat(way.open(anImage("").dockerArchive(DockerForm.PODMAN), this.folder)
                .read(new TarPaths(), TarPaths.budget())
                .image()
                .name()).isEqualTo("given.tar");
        assertThat(way.open(anImage("").ociLayout(), other).read(new TarPaths(), TarPaths.budget()).image().name())
                .isEqualTo("given.tar");
    }

    @ParameterizedTest
    @MethodSource("formsAndWays")
    void readTakesTheImageWithTheSelectedId(Function<ImageBuilder, ArchiveBuilder> form, Way way) {
        Digest id = Digest.sha256Of(anApp().configDocument());
        ImageSelection selection = new ImageSelection(id.toString(), null);
        assertThat(way.open(form.apply(anApp()), this.folder, selection)
                .read(new TarPaths(), TarPaths.budget())
                .image()
                .id())
                .isEqualTo(id);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void readTakesTheSelectedImage(Way way) throws IOException {
        ImageBuilder one = anImage("app:1").config(config -> config.user("1"));
        ImageBuilder two = anImage("app:2").config(config -> config.user("2"));
        ImageSelection selection = new ImageSelection("docker.io/library/app:2", null);
        Path other = Files.createDirectory(this.folder.resolve("other"));
        assertThat(way.open(ImageBuilder.ociLayoutOf(one, two), this.folder, selection)
                .read(new TarPaths(), TarPaths.budget())
                .image())
                .satisfies(image -> assertThat(image.name()).isEqualTo("app:2"))
                .satisfies(image -> assertThat(image.config().container().user()).isEqualTo("2"));
        assertThat(way.open(ImageBuilder.dockerArchiveOf(DockerForm.PODMAN, one, two), other, selection)
                .read(new TarPaths(), TarPaths.budget())
                .image()
                .name()).isEqualTo("app:2");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void readTakesTheSelectedPlatformOrThisMachines(Way way) throws IOException {
        String mine = Platform.ofThisMachine().toString();
        ArchiveBuilder layout = ImageBuilder.multiPlatformLayoutOf("app:1", anImage("").platform("linux/s390x"),
                anImage("").platform(mine));
        Path other = Files.createDirectory(this.folder.resolve("other"));
        ImageSelection s390x = new ImageSelection(null, Platform.parse("linux/s390x"));
        assertThat(way.open(layout, this.folder).read(new TarPaths(), TarPaths.budget()).image().config().platform())
                .hasToString(mine);
        assertThat(way.open(layout, other, s390x).read(new TarPaths(), TarPaths.budget()).image())
                .satisfies(image -> assertThat(image.config().platform()).hasToString("linux/s390x"))
                .satisfies(image -> assertThat(image.name()).isEqualTo("app:1"));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void readWhenHistoryDoesNotMatchTheLayersOmitsTheHistory(Way way) {
        ImageBuilder image = anImage("app:1").layer(layer -> layer.file("a", "a"))
                .layer(layer -> layer.file("b", "b"))
                .history("only one");
        assertThat(way.open(image.ociLayout(), this.folder).read(new TarPaths(), TarPaths.budget()).image().layers())
                .extracting(Layer::history)
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void readTakesAnImageWithoutLayersOrWithEmptyOnes(Way way) throws IOException {
        Path other = Files.createDirectory(this.folder.resolve("other"));
        assertThat(way.open(anImage("scratch:1").ociLayout(), this.folder)
                .read(new TarPaths(), TarPaths.budget())
                .layers()).isEmpty();
        assertThat(way.open(anImage("empty:1").layer(new byte[1024]).dockerArchive(DockerForm.ENGINE_20), other)
                .read(new TarPaths(), TarPaths.budget())
                .layers()).containsExactly(List.of());
    }

    @Test
    void readWhenStreamWasReadBeforeThrowsException() {
        ImageSource source = Way.STREAM.open(anApp().ociLayout(), this.folder);
        source.read(new TarPaths(), TarPaths.budget());
        assertThatIllegalStateException().isThrownBy(() -> source.read(new TarPaths(), TarPaths.budget()))
                .withMessage("\"given.tar\" is a stream and can be read only once");
    }

    @Test
    void readWhenFileIsMissingThrowsException() {
        ImageSource source = ArchiveSources.open(this.folder.resolve("missing.tar"), ImageSelection.ONLY,
                Limits.DEFAULTS);
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> source.read(new TarPaths(), TarPaths.budget()))
                .withMessage("\"missing.tar\" cannot be read: there is no such file or folder. Check its path.");
    }

    @Test
    void readFailuresNameTheNextStep() {
        assertThat(ReadFailures.of("given.tar", new AccessDeniedException("/x/given.tar")))
                .hasMessage(
                        "\"given.tar\" cannot be read: permission is denied. Allow the user that runs Tare to read it.");
        assertThat(ReadFailures.of("app", "index.json", new IOException("Input/output error")))
                .hasMessage("\"index.json\" in \"app\" cannot be read: Input/output error");
    }

    private static ImageBuilder anApp() {
        return anImage("app:1").layer(layer -> layer.directory("etc").file("etc/passwd", "root:x:0:0::/root:"))
                .history("COPY passwd /etc")
                .emptyHistory("ENV A=b")
                .layer(layer -> layer.directory("app").file("app/run", "run", 0755))
                .history("COPY app /app")
                .layer(layer -> layer.directory("etc").file("etc/passwd", "root:x:0:0::/root:"))
                .history("COPY passwd /etc")
                .config(config -> config.user("65532:65532").env("A=b"));
    }
}
