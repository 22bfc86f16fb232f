package dev.tare.toc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.tare.filetree.ExtendedAttributes;
import dev.tare.filetree.FileEntry;
import dev.tare.fixture.Blob;
import dev.tare.fixture.HostileImages;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.LayerBuilder;
import dev.tare.fixture.MemoryRegistry;
import dev.tare.fixture.RawServer.Request;
import dev.tare.fixture.TocLayers;
import dev.tare.image.Compression;
import dev.tare.image.InvalidImageException;
import dev.tare.limits.Limits;
import dev.tare.registry.Registries;
import dev.tare.source.ImageSource;
import dev.tare.source.archive.ArchiveSources;
import dev.tare.source.format.ImageSelection;
import dev.tare.source.format.UnsupportedImageException;
import dev.tare.source.registry.RegistryArgument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

class TableListerTests {

    @TempDir
    private Path folder;

    static Stream<Arguments> formats() {
        return Stream.of(argumentSet("eStargz", (UnaryOperator<Blob>) plain -> TocLayers.estargz(plain.tar())),
                argumentSet("eStargz without annotations",
                        (UnaryOperator<Blob>) plain -> TocLayers
                                .withoutAnnotations(TocLayers.estargz(plain.tar()))),
                argumentSet("stargz", (UnaryOperator<Blob>) plain -> TocLayers.stargz(plain.tar())),
                argumentSet("zstd:chunked", (UnaryOperator<Blob>) plain -> TocLayers.zstdChunked(plain.tar())),
                argumentSet("zstd:chunked without annotations",
                        (UnaryOperator<Blob>) plain -> TocLayers
                                .withoutAnnotations(TocLayers.zstdChunked(plain.tar()))),
                argumentSet("zstd:chunked with a short footer",
                        (UnaryOperator<Blob>) plain -> TocLayers.withoutAnnotations(
                                TocLayers.zstdChunked(plain.tar(), TocLayers.document(plain.tar()), 40))));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void filesAreThoseOfTheInspection(UnaryOperator<Blob> format) {
        TocImage image = TocImage.write(this.folder, stored(format));
        assertThat(shown(image.listed())).isEqualTo(shown(image.inspected())).hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void filesOfWindowsAreThoseOfTheInspection(UnaryOperator<Blob> format) {
        TocImage image = TocImage.write(this.folder, ImageBuilder.anImage("app:1").platform("windows/amd64"),
                format.apply(plain(new LayerBuilder().file("Files/a", "a").file("Hives/b", "b"))),
                format.apply(plain(new LayerBuilder().directory("Files").whiteout("Files/a"))));
        assertThat(shown(image.listed())).isEqualTo(shown(image.inspected())).isNotEmpty();
    }

    @Test
    void archiveIsReadByItsOffsets() throws IOException {
        Blob layer = TocLayers.zstdChunked(lower().toTar());
        ImageBuilder image = ImageBuilder.anImage("app:1").layer(layer.tar());
        Path archive = Files.write(this.folder.resolve("app.tar"), image.ociLayout(List.of(layer)).toTar());
        ListedFiles listed = list(ArchiveSources.open(archive, ImageSelection.ONLY, Limits.DEFAULTS));
        assertThat(listed.files().entries()).isNotEmpty();
        assertThat(listed.transfer()).isNull();
    }

    @Test
    void streamFails() throws IOException {
        byte[] archive = ImageBuilder.anImage("app:1").layer(lower().toTar()).asOciArchive();
        Path compressed = Files.write(this.folder.resolve("app.tar.gz"), HostileImages.gzip(archive));
        for (ImageSource source : List.of(ArchiveSources.open(compressed, ImageSelection.ONLY, Limits.DEFAULTS),
                ArchiveSources.stream("app.tar", new ByteArrayInputStream(archive), ImageSelection.ONLY,
                        Limits.DEFAULTS))) {
            assertThatExceptionOfType(UnsupportedImageException.class).isThrownBy(() -> list(source))
                    .withMessageContaining("Leave out --toc-only");
        }
    }

    @Test
    void onlyTheTableAndTheDocumentsAreRequestedFromARegistry() {
        byte[] tar = large().toTar();
        for (Blob layer : List.of(TocLayers.estargz(tar), TocLayers.zstdChunked(tar),
                TocLayers.withoutAnnotations(TocLayers.zstdChunked(tar)))) {
            try (MemoryRegistry registry = new MemoryRegistry()) {
                ListedFiles listed = list(push(registry, layer, layer));
                assertThat(listed.files().entries()).extracting(FileEntry::path).contains("etc/large");
                assertThat(listed.transfer()).satisfies(transfer -> {
                    assertThat(transfer.requests()).isEqualTo(registry.requests().size()).isLessThanOrEqualTo(4);
                    assertThat(transfer.bytes()).isBetween(1L, 20_000L);
                });
                assertThat(registry.requests()).filteredOn(request -> request.headers().containsKey("range"))
                        .isNotEmpty()
                        .extracting(Request::path)
                        .allMatch(path -> path.endsWith(layer.digest().toString()));
            }
        }
    }

    @Test
    void tableThatIsLongerThanTheFirstPartIsReadAsAWhole() {
        LayerBuilder many = new LayerBuilder();
        for (int i = 0; i < 3_000; i++) {
            many.file("folder/" + Integer.toHexString(i * 7919), String.valueOf(i));
        }
        Blob layer = TocLayers.estargz(many.toTar());
        try (MemoryRegistry registry = new MemoryRegistry()) {
            assertThat(list(push(registry, layer)).files().fileCount()).isEqualTo(3_001);
            assertThat(registry.requests()).filteredOn(request -> request.headers().containsKey("range")).hasSize(2);
        }
    }

    @Test
    void layersWithoutATableAreNamedAndNothingIsRead() {
        Blob with = TocLayers.zstdChunked(lower().toTar());
        Blob without = plain(large());
        try (MemoryRegistry registry = new MemoryRegistry()) {
            ImageSource source = push(registry, with, without);
            assertThatExceptionOfType(InvalidImageException.class).isThrownBy(() -> list(source))
                    .withMessageContaining("1 of 2 layers has no table")
                    .withMessageContaining("2 (blobs/sha256/" + without.digest().hex() + ")")
                    .withMessageContaining("These have one: 1.")
                    .withMessageContaining("Leave out --toc-only")
                    .satisfies(ex -> assertThat(ex.rule()).isEqualTo("no-table-of-contents"));
            assertThat(registry.requests()).extracting(Request::path)
                    .noneMatch(path -> path.endsWith(with.digest().toString()));
        }
        assertThatExceptionOfType(InvalidImageException.class)
                .isThrownBy(() -> TocImage.write(this.folder, without).listed())
                .withMessageContaining("No layer has a table of contents");
    }

    @Test
    void partOfAnEmptyLayerIsNotRequested() {
        Blob empty = new Blob(new byte[0], new byte[0], "application/vnd.oci.image.layer.v1.tar");
        try (MemoryRegistry registry = new MemoryRegistry()) {
            ImageSource source = push(registry, TocLayers.estargz(lower().toTar()), empty);
            assertThatExceptionOfType(InvalidImageException.class).isThrownBy(() -> list(source))
                    .withMessageContaining("2 (blobs/sha256/" + empty.digest().hex() + ")");
            assertThat(registry.requests()).extracting(Request::path)
                    .noneMatch(path -> path.endsWith(empty.digest().toString()));
        }
    }

    @Test
    void imageWithoutLayersHasNoFiles() {
        assertThat(TocImage.write(this.folder).listed()).isEmpty();
    }

    private Blob[] stored(UnaryOperator<Blob> format) {
        Blob upper = format.apply(plain(new LayerBuilder().whiteout("gone")
                .opaque("opaque")
                .file("opaque/new", "new")
                .hardLink("bin/third", "bin/su", 0700)
                .file("été", "é")
                .file("back\\x41slash", "")));
        return new Blob[] { format.apply(plain(lower())), upper, upper };
    }

    private static LayerBuilder lower() {
        return new LayerBuilder().directory("./")
                .directory("bin", 01777)
                .file("bin/su", "lower", 04755, 3_000_000_000L, 42)
                .file("gone", "deleted")
                .directory("opaque")
                .file("opaque/old", "old")
                .file("./dots/../dotted", "")
                .symlink("sh", "../bin/a,b")
                .hardLink("bin/same", "/bin/su")
                .fifo("pipe")
                .characterDevice("null", 1, 3)
                .blockDevice("disk", 8, 0)
                .fileWithCapability("bin/ping", "x")
                .file("implied/folder/file", "implied");
    }

    /** Content that does not compress. */
    private static LayerBuilder large() {
        byte[] content = new byte[1 << 20];
        new Random(1).nextBytes(content);
        return new LayerBuilder().directory("etc").file("etc/large", content);
    }

    private static Blob plain(LayerBuilder layer) {
        return Blob.of(layer.toTar(), Compression.GZIP);
    }

    private static ImageSource push(MemoryRegistry registry, Blob... layers) {
        ImageBuilder image = ImageBuilder.anImage("app:1");
        Stream.of(layers).forEach(layer -> image.layer(layer.tar()));
        String name = registry.push("team/app", "1", image.ociLayout(List.of(layers)));
        return RegistryArgument.parse(name, Registries.ofThisUser()).open(null, Limits.DEFAULTS);
    }

    private static ListedFiles list(ImageSource source) {
        return new TableLister(Limits.DEFAULTS).list(source);
    }

    /** Tables state other times, and values of extended attributes are not read. */
    private static List<FileEntry> shown(List<FileEntry> files) {
        return files.stream()
                .map(file -> new FileEntry(file.path(), file.type(), file.size(), file.mode(), file.uid(), file.gid(),
                        Instant.EPOCH, file.linkTarget(), file.content(), file.sameFileAs(), file.layer(),
                        ExtendedAttributes.NONE, file.device()))
                .toList();
    }
}
