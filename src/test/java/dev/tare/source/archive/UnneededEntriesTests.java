package dev.tare.source.archive;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tare.archive.tar.InvalidTarException;
import dev.tare.fixture.ArchiveBuilder;
import dev.tare.fixture.Blob;
import dev.tare.fixture.DockerForm;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.LayerBuilder;
import dev.tare.image.Compression;
import dev.tare.image.Digest;
import dev.tare.image.Platform;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;
import dev.tare.source.ImageSource;
import dev.tare.source.format.AmbiguousImageException;
import dev.tare.source.format.ImageSelection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

import static dev.tare.fixture.ArchiveBuilder.descriptor;
import static dev.tare.fixture.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Other entries of an archive do not affect reading of its image. */
class UnneededEntriesTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Way.class)
    void otherEntriesDoNotMatter(Way way) {
        byte[] gzip = Blob.compress(new byte[100_000], Compression.GZIP);
        gzip[50] ^= 1;
        ArchiveBuilder archive = anApp().dockerArchive(DockerForm.ENGINE_20)
                .file("damaged.gz", gzip)
                .file("notes.bz2", "BZh91AY&SY")
                .file("README", "{ is no JSON")
                .file("window.zst", new byte[] { 0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, (byte) 0xff, 1, 0, 0 })
                .file("empty", "")
                .file("evil.tar", new LayerBuilder().file("../../etc/passwd", "root").toTar())
                .symlink("out", "../../x")
                .symlink("circle", "circle");
        assertThat(way.open(archive, this.folder).read(new TarPaths(), TarPaths.budget()).layers())
                .containsExactly(List.of("a"));
    }

    @Test
    void aLargeDocumentThatIsNotNeededDoesNotMatter() {
        ArchiveBuilder archive = anApp().dockerArchive(DockerForm.ENGINE_25)
                .file("blobs/sha256/sbom", "{" + " ".repeat(9 << 20) + "}")
                .moveToFront("blobs/sha256/sbom");
        assertThat(Way.STREAM.open(archive, this.folder).read(new TarPaths(), TarPaths.budget()).layers())
                .containsExactly(List.of("a"));
    }

    @Test
    void manyEarlierLargeDocumentsDoNotMatter() {
        ArchiveBuilder archive = anApp().dockerArchive(DockerForm.JIB);
        addLargeDocuments(archive, 80);
        assertThat(Way.STREAM.open(archive, this.folder).read(new TarPaths(), TarPaths.budget()).layers())
                .containsExactly(List.of("a"));
    }

    @Test
    void manyLargeDocumentsBeforeANeededOneThrowException() {
        ArchiveBuilder archive = anImage("app:1").layer(layer -> layer.file("a", "a"))
                .config(config -> config.env("A=" + "b".repeat(1 << 20)))
                .dockerArchive(DockerForm.JIB);
        addLargeDocuments(archive, 40);
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> Way.STREAM.open(archive, this.folder).read(new TarPaths(), TarPaths.budget()))
                .withMessage("\"config.json\" has more than 33554432 bytes of similar documents before it, the limit "
                        + "\"documents-size\". This limit depends on \"document-size\": raise that one if you trust the "
                        + "image.");
    }

    private static void addLargeDocuments(ArchiveBuilder archive, int count) {
        byte[] document = ("{" + " ".repeat((1 << 20) - 2) + "}").getBytes();
        for (int i = 0; i < count; i++) {
            archive.file("blobs/sha256/sbom" + i, document).moveToFront("blobs/sha256/sbom" + i);
        }
    }

    @Test
    void anyNumberOfOtherEntriesDoesNotMatter() {
        ArchiveBuilder archive = anApp().dockerArchive(DockerForm.ENGINE_20);
        for (int i = 0; i < 1_500; i++) {
            archive.file("note" + i, "a note").moveToFront("note" + i);
        }
        assertThat(Way.STREAM.open(archive, this.folder).read(new TarPaths(), TarPaths.budget()).layers())
                .containsExactly(List.of("a"));
        String layer =
                archive.files().keySet().stream().filter(path -> path.endsWith("layer.tar")).findAny().orElseThrow();
        archive.file(layer, "no layer");
        assertThatExceptionOfType(InvalidTarException.class)
                .isThrownBy(() -> Way.STREAM.open(archive, this.folder).read(new TarPaths(), TarPaths.budget()))
                .satisfies(ex -> assertThat(ex.entry()).isEqualTo(layer))
                .withMessageContaining("it cannot be read as a layer, and neither can 1000 other entries");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void attestationsAreOmitted(Way way) {
        ArchiveBuilder layout = anApp().ociLayout();
        byte[] attestation = "{\"config\":{},\"layers\":[]}".getBytes();
        layout.file(path(attestation), attestation);
        Map<String, Object> descriptor = descriptor("application/vnd.oci.image.manifest.v1+json", attestation);
        descriptor.put("annotations", Map.of("vnd.docker.reference.type", "attestation-manifest"));
        descriptor.put("platform", Map.of("os", "unknown", "architecture", "unknown"));
        Map<String, Object> image = rootOf(anApp());
        assertThat(way.open(layout.json("index.json", Map.of("manifests", List.of(image, descriptor))), this.folder)
                .read(new TarPaths(), TarPaths.budget())
                .layers()).containsExactly(List.of("a"));
    }

    @ParameterizedTest
    @CsvSource({ "STREAM, descriptor", "FILE, descriptor", "FOLDER, descriptor", "FILE, artifactType", "FILE, subject",
            "FILE, config", "FILE, layers", "STREAM, config" })
    void artifactsNextToAnImageAreOmitted(Way way, String mark) {
        ArchiveBuilder layout = anApp().ociLayout();
        Map<String, Object> artifact = anArtifact(layout, mark);
        layout.json("index.json", Map.of("manifests", List.of(artifact, rootOf(anApp()))));
        assertThat(way.open(layout, this.folder).read(new TarPaths(), TarPaths.budget()).layers())
                .containsExactly(List.of("a"));
    }

    @Test
    void artifactsDeclaredAsPlatformsOfAnImageAreOmitted() {
        ArchiveBuilder layout = anApp().platform("linux/s390x").ociLayout();
        Map<String, Object> image = rootOf(anApp().platform("linux/s390x"));
        Map<String, Object> artifact = anArtifact(layout, "config");
        image.put("annotations", Map.of("org.opencontainers.image.ref.name", "v1"));
        artifact.put("annotations", Map.of("org.opencontainers.image.ref.name", "v1"));
        layout.json("index.json", Map.of("manifests", List.of(image, artifact)));
        assertThat(Way.FILE.open(layout, this.folder).read(new TarPaths(), TarPaths.budget()).layers())
                .containsExactly(List.of("a"));
    }

    @Test
    void imagesNextToArtifactsAreTheChoices() {
        ArchiveBuilder layout = ImageBuilder.ociLayoutOf(anApp(), anApp().config(config -> config.user("2")));
        Map<String, Object> first = rootOf(anApp());
        Map<String, Object> second = rootOf(anApp().config(config -> config.user("2")));
        layout.json("index.json",
                Map.of("manifests", List.of(first, anArtifact(layout, "config"), second)));
        assertThatExceptionOfType(AmbiguousImageException.class)
                .isThrownBy(() -> Way.FILE.open(layout, this.folder).read(new TarPaths(), TarPaths.budget()))
                .satisfies(ex -> assertThat(ex.choices()).containsExactly((String) first.get("digest"),
                        (String) second.get("digest")));
    }

    @Test
    void anUnreadableManifestNextToAnImageIsAChoice() {
        ArchiveBuilder layout = anApp().ociLayout();
        byte[] broken = "{\"config\":{},\"layers\":[]}".getBytes();
        layout.file(path(broken), broken)
                .json("index.json", Map.of("manifests", List.of(rootOf(anApp()),
                        descriptor("application/vnd.oci.image.manifest.v1+json", broken))));
        assertThatExceptionOfType(AmbiguousImageException.class)
                .isThrownBy(() -> Way.FILE.open(layout, this.folder).read(new TarPaths(), TarPaths.budget()))
                .satisfies(ex -> assertThat(ex.choices()).hasSize(2));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void platformsThatWereNotSavedDoNotMatter(Way way) {
        ArchiveBuilder both = ImageBuilder.multiPlatformLayoutOf("app:1",
                anApp().platform(Platform.ofThisMachine().toString()), anApp().platform("linux/s390x"));
        ArchiveBuilder one = ImageBuilder.multiPlatformLayoutOf("app:1", anApp().platform("linux/s390x"));
        ArchiveBuilder saved = new ArchiveBuilder();
        both.files().forEach((path, content) -> {
            if (one.files().containsKey(path) || isIndexOfBoth(content)) {
                saved.file(path, content);
            }
        });
        assertThat(way.open(saved, this.folder).read(new TarPaths(), TarPaths.budget()).image().config().platform())
                .hasToString("linux/s390x");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void severalTagsOfOneImageAreOneImage(Way way) {
        Map<String, Object> first = rootOf(anApp());
        first.put("annotations", Map.of("io.containerd.image.name", "docker.io/library/app:1",
                "org.opencontainers.image.ref.name", "1"));
        Map<String, Object> second = rootOf(anApp());
        second.put("annotations", Map.of("io.containerd.image.name", "docker.io/library/app:latest",
                "org.opencontainers.image.ref.name", "latest"));
        ArchiveBuilder layout = anApp().ociLayout().json("index.json", Map.of("manifests", List.of(first, second)));
        assertThat(way.open(layout, this.folder).read(new TarPaths(), TarPaths.budget()).image().name())
                .isEqualTo("docker.io/library/app:1");
        Path other = this.folder.resolve("other").resolve("given.tar");
        ImageSource latest = ArchiveSources.open(layout.writeFolder(other), new ImageSelection("app", null),
                Limits.DEFAULTS);
        assertThat(latest.read(new TarPaths(), TarPaths.budget()).image().name())
                .isEqualTo("docker.io/library/app:latest");
    }

    @ParameterizedTest
    @EnumSource(value = Way.class, names = { "STREAM", "FILE" })
    void theLastOfSeveralEntriesWithOnePathCounts(Way way) {
        ArchiveBuilder twice = new ArchiveBuilder().file("./config.json", "{}")
                .addAll(anApp().dockerArchive(DockerForm.JIB));
        assertThat(way.open(twice, this.folder).read(new TarPaths(), TarPaths.budget()).image().id())
                .isEqualTo(Digest.sha256Of(anApp().configDocument()));
    }

    private static boolean isIndexOfBoth(byte[] content) {
        return new String(content).contains("manifests") || new String(content).contains("imageLayoutVersion");
    }

    private static Map<String, Object> rootOf(ImageBuilder image) {
        for (byte[] content : image.ociLayout().files().values()) {
            if (new String(content).contains("\"layers\"") && new String(content).contains("schemaVersion")) {
                return descriptor("application/vnd.oci.image.manifest.v1+json", content);
            }
        }
        throw new IllegalStateException();
    }

    /** A bill of materials or signature as tools attach it to an image. It has only one mark of an artifact. */
    private static Map<String, Object> anArtifact(ArchiveBuilder layout, String mark) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        Map<String, Object> blob = descriptor("application/vnd.oci.empty.v1+json", "{}".getBytes());
        Map<String, Object> config = descriptor("application/vnd.oci.image.config.v1+json", "{}".getBytes());
        manifest.put("config", mark.equals("config") ? blob : config);
        manifest.put("layers", mark.equals("layers") ? List.of(descriptor("application/spdx+json", "{}".getBytes()))
                : List.of());
        if (mark.equals("artifactType")) {
            manifest.put("artifactType", "application/spdx+json");
        }
        if (mark.equals("subject")) {
            manifest.put("subject", rootOf(anApp()));
        }
        byte[] document = JsonMapper.shared().writeValueAsBytes(manifest);
        layout.file(path(document), document);
        Map<String, Object> descriptor = descriptor("application/vnd.oci.image.manifest.v1+json", document);
        if (mark.equals("descriptor")) {
            descriptor.put("artifactType", "application/spdx+json");
        }
        return descriptor;
    }

    private static String path(byte[] content) {
        return "blobs/sha256/" + Digest.sha256Of(content).hex();
    }

    private static ImageBuilder anApp() {
        return anImage("app:1").layer(layer -> layer.file("a", "a"));
    }
}
