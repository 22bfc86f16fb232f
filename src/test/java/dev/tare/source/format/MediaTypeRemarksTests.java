package dev.tare.source.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;

import dev.tare.fixture.ArchiveBuilder;
import dev.tare.fixture.ImageBuilder;
import dev.tare.image.Digest;
import dev.tare.image.Image;
import dev.tare.image.ImageIndex;
import dev.tare.image.MediaType;
import dev.tare.inspection.MaskedImages;
import dev.tare.source.archive.TarPaths;
import dev.tare.source.archive.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static dev.tare.fixture.ArchiveBuilder.descriptor;
import static dev.tare.fixture.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Tare trusts a document's content over a missing or wrong media type in its descriptor. */
class MediaTypeRemarksTests {

    private static final String INDEX = MediaType.OCI_INDEX.value();

    private static final String MANIFEST = MediaType.OCI_MANIFEST.value();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({ "STREAM, ''", "FILE, ''", "FOLDER, ''", "FILE, application/json", "STREAM, application/json" })
    void aManifestOfAnUnknownTypeIsReadAndRemarkedOn(Way way, String type) {
        Image image = read(way, layoutOf(descriptor(type, manifest())));
        assertThat(image.remarks()).singleElement()
                .asString()
                .contains("1 of 2 documents")
                .endsWith(type.isEmpty() ? "The first of these documents has no media type, but is an image manifest."
                        : "The first of these documents has the media type application/json, but is an image "
                                + "manifest.");
    }

    @Test
    void aManifestWithoutATypeIsRead() {
        Map<String, Object> root = descriptor("", manifest());
        root.remove("mediaType");
        assertThat(read(Way.FILE, layoutOf(root)).remarks()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "; charset=utf-8", ";charset=utf-8" })
    void parametersOfATypeDoNotMatter(String parameters) {
        assertThat(read(Way.FILE, layoutOf(descriptor(MANIFEST + parameters, manifest()))).remarks()).isEmpty();
        assertThat(new MediaType(INDEX + parameters).isIndex()).isTrue();
        assertThat(new MediaType("Application/vnd.oci.image.config.v1+JSON" + parameters).isImageConfig()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void anIndexWithTheMediaTypeOfAManifestIsRead(Way way) {
        ArchiveBuilder layout = anApp().ociLayout();
        byte[] index = json(Map.of("manifests", List.of(descriptor(MANIFEST, manifest()))));
        layout.file(path(index), index)
                .json("index.json",
                        Map.of("manifests", List.of(descriptor(MANIFEST, index))));
        assertThat(read(way, layout).remarks())
                .containsExactly("Media type and content differ in 1 of 3 documents that "
                        + "lead to the layers. The first of these documents has the media type " + MANIFEST
                        + ", but is an image index.");
    }

    @Test
    void aManifestWithTheMediaTypeOfAnIndexIsRead() {
        assertThat(read(Way.FILE, layoutOf(descriptor(INDEX, manifest()))).remarks()).singleElement()
                .asString()
                .endsWith("has the media type " + INDEX + ", but is an image manifest.");
    }

    @Test
    void aDocumentThatIsBothHasTheKindOfItsMediaType() {
        ArchiveBuilder layout = anApp().ociLayout();
        String manifest = new String(manifest());
        byte[] both = ("{\"manifests\":[]," + manifest.substring(1)).getBytes();
        layout.file(path(both), both).json("index.json", Map.of("manifests", List.of(descriptor(INDEX, both))));
        assertThatExceptionOfType(UnsupportedImageException.class).isThrownBy(() -> read(Way.FILE, layout))
                .satisfies(ex -> assertThat(ex.rule()).isEqualTo("no-manifest"));
        layout.json("index.json", Map.of("manifests", List.of(descriptor(MANIFEST, both))));
        assertThat(read(Way.STREAM, layout).remarks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "[]", "no JSON", "{\"config\":{}}", "{\"fsLayers\":[]}", "{\"manifests\":1}" })
    void otherDocumentsOfUnknownTypesDoNotMatter(String document) {
        ArchiveBuilder layout = anApp().ociLayout();
        layout.file(path(document.getBytes()), document)
                .json("index.json", Map.of("manifests", List.of(descriptor("text/x", document.getBytes()),
                        descriptor("text/x", "is not there".getBytes()), descriptor(MANIFEST, manifest()))));
        assertThat(read(Way.FILE, layout).remarks()).isEmpty();
    }

    @Test
    void aConfigWithoutATypeIsReadAndRemarkedOn() {
        ArchiveBuilder layout = anApp().ociLayout();
        byte[] manifest = new String(manifest()).replace(MediaType.OCI_CONFIG.value(), "").getBytes();
        layout.file(path(manifest), manifest)
                .json("index.json", Map.of("manifests", List.of(descriptor(MANIFEST, manifest))));
        assertThat(read(Way.FILE, layout).remarks()).singleElement()
                .asString()
                .endsWith("The first of these documents has no media type, but is an image config.");
    }

    /** The remark is cut later, because half a secret in it could not be recognized. */
    @Test
    void aTypeOfAnyLengthIsRemarkedOnAsAWhole() {
        String type = "x".repeat(100_000);
        Image image = read(Way.FILE, layoutOf(descriptor(type, manifest())));
        assertThat(image.remarks()).singleElement().asString().contains(type);
        assertThat(MaskedImages.of(image).remarks()).singleElement().asString().hasSizeLessThanOrEqualTo(400);
    }

    @Test
    void manyDocumentsThatCannotBeReadAreNotAllTried() {
        ArchiveBuilder layout = anApp().ociLayout();
        List<SequencedMap<String, Object>> roots = IntStream.range(0, 500)
                .mapToObj(number -> descriptor(MANIFEST, ("{} " + number).getBytes()))
                .toList();
        roots.forEach(root -> layout.file("blobs/sha256/" + ((String) root.get("digest")).substring(7), "{}"));
        CountedEntries entries = new CountedEntries(layout.files());
        OciDocuments documents = new OciDocuments(entries);
        roots.forEach(root -> documents.kind(ImageIndex
                .parse("index.json", json(Map.of("manifests", List.of(root))))
                .manifests()
                .getFirst()));
        assertThat(entries.read).isBetween(1, 100);
    }

    private Image read(Way way, ArchiveBuilder layout) {
        return way.open(layout, this.folder).read(new TarPaths(), TarPaths.budget()).image();
    }

    private static ArchiveBuilder layoutOf(Map<String, Object> root) {
        return anApp().ociLayout().json("index.json", Map.of("manifests", List.of(root)));
    }

    private static byte[] manifest() {
        return anApp().ociLayout()
                .files()
                .values()
                .stream()
                .filter(content -> new String(content).startsWith("{\"schemaVersion\"")
                        && new String(content).contains("\"layers\""))
                .findFirst()
                .orElseThrow();
    }

    private static String path(byte[] content) {
        return "blobs/sha256/" + Digest.sha256Of(content).hex();
    }

    private static byte[] json(Map<String, Object> document) {
        return JsonMapper.shared().writeValueAsBytes(document);
    }

    private static ImageBuilder anApp() {
        return anImage("app:1").layer(layer -> layer.file("a", "a"));
    }

    /** Files in memory, and how many were read. */
    private static final class CountedEntries implements Entries {

        private final Map<String, byte[]> files;

        private int read;

        CountedEntries(Map<String, byte[]> files) {
            this.files = files;
        }

        @Override
        public String name() {
            return "given.tar";
        }

        @Override
        public boolean has(String path) {
            return this.files.containsKey(path);
        }

        @Override
        public byte[] document(String path) {
            this.read++;
            return this.files.get(path);
        }

        @Override
        public String resolve(String path) {
            return path;
        }
    }
}
