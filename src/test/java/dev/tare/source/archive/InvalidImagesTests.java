package dev.tare.source.archive;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.tare.fixture.ArchiveBuilder;
import dev.tare.fixture.Blob;
import dev.tare.fixture.DockerForm;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.LayerBuilder;
import dev.tare.fixture.Scale;
import dev.tare.image.Compression;
import dev.tare.image.Digest;
import dev.tare.image.InvalidImageException;
import dev.tare.image.Platform;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;
import dev.tare.secret.FakeTokens;
import dev.tare.secret.redaction.Redaction;
import dev.tare.source.ImageContents;
import dev.tare.source.ImageSource;
import dev.tare.source.format.AmbiguousImageException;
import dev.tare.source.format.ImageSelection;
import dev.tare.source.format.MismatchException;
import dev.tare.source.format.MissingEntryException;
import dev.tare.source.format.NoSuchImageException;
import dev.tare.source.format.UnsupportedImageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.tare.fixture.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class InvalidImagesTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = { "", "short", "<!DOCTYPE html><html><body>A login page. </body></html>", "PK\003\004zip" })
    void aFileThatIsNotAnArchiveThrowsException(String content) throws Exception {
        byte[] given = content.repeat(content.length() > 20 ? 20 : 1).getBytes();
        assertThat(failure(stream(given))).isEqualTo("not-a-tar given.tar");
        assertThat(failure(file(given))).isEqualTo("not-a-tar given.tar");
    }

    @Test
    void anArchiveInAnUnknownCompressionThrowsException() throws Exception {
        byte[] xz = { (byte) 0xfd, '7', 'z', 'X', 'Z', 0, 0, 0 };
        assertThat(failure(stream(xz))).isEqualTo("unsupported-compression given.tar");
        assertThat(failure(file(xz))).isEqualTo("unsupported-compression given.tar");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void anArchiveWithoutManifestThrowsException(Way way) {
        ArchiveBuilder tree = new ArchiveBuilder().file("src/readme", "text").file("run", "#!");
        assertThatExceptionOfType(UnsupportedImageException.class)
                .isThrownBy(() -> way.open(tree, this.folder).read(new TarPaths(), TarPaths.budget()))
                .withMessage("\"given.tar\" is not an image: it has neither a manifest.json nor an index.json. Give a "
                        + "docker archive or an OCI image layout, such as the output of \"docker save\", \"podman "
                        + "save\", \"skopeo copy\" or Jib's \"buildTar\".");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void anArchiveWithAnEmptyManifestThrowsException(Way way) throws Exception {
        assertThat(failure(way, new ArchiveBuilder().file("manifest.json", "[]"))).isEqualTo("no-manifest given.tar");
        this.folder = Files.createDirectory(this.folder.resolve("other"));
        assertThat(failure(way, new ArchiveBuilder().file("index.json", "{\"manifests\":[]}")))
                .isEqualTo("no-manifest given.tar");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void severalImagesThrowExceptionWithTheChoices(Way way) {
        ArchiveBuilder docker = ImageBuilder.dockerArchiveOf(DockerForm.ENGINE_20, anApp("app:1"), anApp("app:2")
                .config(config -> config.user("2")));
        assertThatExceptionOfType(AmbiguousImageException.class)
                .isThrownBy(() -> way.open(docker, this.folder).read(new TarPaths(), TarPaths.budget()))
                .satisfies(ex -> assertThat(ex.choices()).containsExactly("app:1", "app:2"))
                .withMessageEndingWith("Choose one of them by its name: app:1, app:2.");
    }

    @Test
    void severalImagesWithLongNamesThrowAnExceptionOfLimitedLength() {
        List<String> names = Collections.nCopies(30, "x".repeat(Scale.of("tare.names.length", 10_000, 100_000)));
        assertThat(new AmbiguousImageException("given.tar", names).message(Redaction::text))
                .hasSizeLessThan(2_000)
                .contains("x".repeat(80) + "…, ")
                .endsWith(" and 10 more.");
    }

    @Test
    void choicesHideSecrets() {
        String token = FakeTokens.withBase62Crc32("gh" + "p", 30);
        for (int before = 0; before < 100; before++) {
            AmbiguousImageException exception =
                    new AmbiguousImageException("given.tar", List.of("/".repeat(before) + token, "app"));
            assertThat(exception.message(Redaction::text)).doesNotContain(token.substring(0, 8)).contains(", app.");
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void severalImagesOfALayoutThrowExceptionWithTheChoices(Way way) {
        ArchiveBuilder layout = ImageBuilder.ociLayoutOf(anApp("app:1"),
                anApp("app:2").config(config -> config.user("2")));
        assertThatExceptionOfType(AmbiguousImageException.class)
                .isThrownBy(() -> way.open(layout, this.folder).read(new TarPaths(), TarPaths.budget()))
                .satisfies(ex -> assertThat(ex.choices()).containsExactly("app:1", "app:2"));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aMissingImageThrowsExceptionWithTheChoices(Way way) {
        ImageSelection selection = new ImageSelection("app:9", null);
        assertThatExceptionOfType(NoSuchImageException.class)
                .isThrownBy(() -> way.open(anApp("app:1").ociLayout(), this.folder, selection)
                        .read(new TarPaths(), TarPaths.budget()))
                .satisfies(ex -> assertThat(ex.rule()).isEqualTo("no-such-image"))
                .satisfies(ex -> assertThat(ex.choices()).containsExactly("app:1"));
    }

    /** An engine that pulled one platform saves the index of all platforms. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void aPlatformThatIsListedButNotStoredThrowsExceptionWithTheStoredOnes(Way way) {
        ImageSelection selection = new ImageSelection(null, Platform.parse("linux/amd64"));
        ImageBuilder absent = anApp("").platform("linux/amd64");
        ArchiveBuilder layout =
                ImageBuilder.multiPlatformLayoutOf("app:1", anApp("").platform("linux/arm64"), absent);
        layout.remove("blobs/sha256/" + Digest.sha256Of(absent.configDocument()).hex());
        assertThatExceptionOfType(NoSuchImageException.class)
                .isThrownBy(() -> way.open(layout, this.folder, selection).read(new TarPaths(), TarPaths.budget()))
                .satisfies(ex -> assertThat(ex.getMessage()).contains("contains only linux/arm64"))
                .satisfies(ex -> assertThat(ex.choices()).containsExactly("linux/arm64"));
    }

    /** Docker 25.0 writes {@code "manifests": null} if it saves an image by its ID. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void anIndexWithoutManifestsLeavesTheImagesToTheManifest(Way way) {
        ArchiveBuilder archive = anApp("app:1").dockerArchive(DockerForm.ENGINE_25)
                .file("index.json", "{\"schemaVersion\":2,\"manifests\":null}");
        assertThat(way.open(archive, this.folder).read(new TarPaths(), TarPaths.budget()).image().name())
                .isEqualTo("app:1");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void imagesThatOnlyTheManifestListsCountToo(Way way) {
        ArchiveBuilder one = anApp("app:1").dockerArchive(DockerForm.ENGINE_25);
        ArchiveBuilder archive =
                ImageBuilder
                        .dockerArchiveOf(DockerForm.ENGINE_25, anApp("app:1"),
                                anApp("app:2").layer(l -> l.file("b", "2")))
                        .file("index.json", one.files().get("index.json"));
        assertThatExceptionOfType(AmbiguousImageException.class)
                .isThrownBy(() -> way.open(archive, this.folder).read(new TarPaths(), TarPaths.budget()))
                .satisfies(ex -> assertThat(ex.choices()).containsExactly("app:1", "app:2"));
        for (String name : List.of("app:1", "app:2")) {
            assertThat(way.open(archive, this.folder, new ImageSelection(name, null))
                    .read(new TarPaths(), TarPaths.budget())
                    .image()
                    .name()).isEqualTo(name);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aMissingPlatformThrowsExceptionWithTheChoices(Way way) {
        ImageSelection selection = new ImageSelection(null, Platform.parse("linux/riscv64"));
        ArchiveBuilder layout = ImageBuilder.multiPlatformLayoutOf("app:1", anApp("").platform("linux/s390x"),
                anApp("").platform("linux/arm64/v8"));
        assertThatExceptionOfType(NoSuchImageException.class)
                .isThrownBy(() -> way.open(layout, this.folder, selection).read(new TarPaths(), TarPaths.budget()))
                .satisfies(ex -> assertThat(ex.rule()).isEqualTo("no-such-platform"))
                .satisfies(ex -> assertThat(ex.choices()).containsExactly("linux/s390x", "linux/arm64/v8"));
    }

    @ParameterizedTest
    @CsvSource({ "ENGINE_20", "ENGINE_25", "PODMAN", "JIB" })
    void aChangedLayerOfADockerArchiveThrowsException(DockerForm form) throws Exception {
        for (Way way : Way.values()) {
            this.folder = Files.createDirectory(this.folder.resolve(way.name()));
            ImageBuilder image = anApp("app:1");
            ArchiveBuilder archive = image.dockerArchive(form);
            String layer = largest(archive);
            Compression compression = form == DockerForm.JIB ? Compression.GZIP : Compression.NONE;
            byte[] other = new LayerBuilder().file("other", "other").toTar();
            archive.file(layer, Blob.compress(other, compression));
            assertThatExceptionOfType(MismatchException.class)
                    .isThrownBy(() -> way.open(archive, this.folder).read(new TarPaths(), TarPaths.budget()))
                    .satisfies(ex -> assertThat(ex.rule()).isEqualTo("digest-mismatch"))
                    .satisfies(ex -> assertThat(ex.entry()).isEqualTo(layer))
                    .withMessageContaining("of layer 1 (");
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aChangedBlobOfALayoutThrowsException(Way way) throws Exception {
        ImageBuilder image = anApp("app:1");
        for (String path : image.ociLayout().files().keySet()) {
            if (path.startsWith("blobs/")) {
                this.folder = Files.createDirectory(this.folder.resolve("x"));
                ArchiveBuilder layout = image.ociLayout();
                layout.file(path, beginsLikeJson(layout, path) ? append(layout, path, " ")
                        : Blob.compress(new byte[1024], Compression.GZIP));
                assertThat(failure(way, layout)).isEqualTo("digest-mismatch " + path);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aMissingBlobOfALayoutThrowsException(Way way) throws Exception {
        ImageBuilder image = anApp("app:1");
        for (String path : image.ociLayout().files().keySet()) {
            if (path.startsWith("blobs/")) {
                this.folder = Files.createDirectory(this.folder.resolve("x"));
                ArchiveBuilder layout = image.ociLayout();
                String rule = beginsLikeJson(layout, path) ? "missing-document " : "missing-layer ";
                assertThat(failure(way, layout.remove(path))).isEqualTo(rule + path);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aConfigThatDoesNotMatchItsNameThrowsException(Way way) {
        ImageBuilder image = anApp("app:1");
        String config = Digest.sha256Of(image.configDocument()).hex() + ".json";
        ArchiveBuilder archive = image.dockerArchive(DockerForm.PODMAN);
        archive.file(config, append(archive, config, "\n"));
        assertThat(failure(way, archive)).isEqualTo("digest-mismatch " + config);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aMissingNonDistributableLayerThrowsExceptionWithItsMediaType(Way way) {
        String type = "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip";
        ArchiveBuilder layout = layout(Map.of("layers", List.of(descriptor(type, "absent"))), 1);
        assertThatExceptionOfType(MissingEntryException.class)
                .isThrownBy(() -> way.open(layout, this.folder).read(new TarPaths(), TarPaths.budget()))
                .satisfies(ex -> assertThat(ex.rule()).isEqualTo("missing-layer"))
                .satisfies(ex -> assertThat(ex.mediaType()).isEqualTo(type))
                .withMessageContaining("it has the media type " + type + ", which archives leave out");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aWrongSizeInADescriptorThrowsException(Way way) {
        byte[] tar = new LayerBuilder().file("a", "a").toTar();
        Map<String, Object> descriptor = Map.of("mediaType", "application/vnd.oci.image.layer.v1.tar", "digest",
                Digest.sha256Of(tar).toString(), "size", tar.length + 1);
        String path = "blobs/sha256/" + Digest.sha256Of(tar).hex();
        ArchiveBuilder layout = layout(Map.of("layers", List.of(descriptor)), Digest.sha256Of(tar)).file(path, tar);
        assertThat(failure(way, layout)).isEqualTo("size-mismatch " + path);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void differentNumbersOfLayersAndDiffIdsThrowException(Way way) {
        assertThat(failure(way, layout(Map.of("layers", List.of()), 1))).startsWith("layer-count-mismatch");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void anArtifactThrowsException(Way way) {
        ArchiveBuilder layout = new ArchiveBuilder();
        byte[] config = "{}".getBytes();
        Map<String, Object> manifest = Map.of("mediaType", "application/vnd.oci.image.manifest.v1+json", "config",
                descriptor("application/vnd.cncf.helm.config.v1+json", config), "layers", List.of());
        blob(layout, config);
        index(layout, manifest);
        assertThat(failure(way, layout)).startsWith("not-an-image");
        assertThat(message(way, layout)).contains("a Helm chart");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aCosignSignatureThrowsExceptionThatSaysSo(Way way) {
        ArchiveBuilder layout = new ArchiveBuilder();
        byte[] config = "{\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[]}}".getBytes();
        byte[] signature = "{\"critical\":{}}".getBytes();
        Map<String, Object> manifest = Map.of("mediaType", "application/vnd.oci.image.manifest.v1+json", "config",
                descriptor("application/vnd.oci.image.config.v1+json", config), "layers",
                List.of(descriptor("application/vnd.dev.cosign.simplesigning.v1+json", signature)));
        blob(layout, config);
        blob(layout, signature);
        index(layout, manifest);
        assertThat(failure(way, layout)).startsWith("not-an-image");
        assertThat(message(way, layout)).contains("a Cosign signature");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void theFilesOfAContainerThrowExceptionThatSaysSo(Way way) {
        ArchiveBuilder files = new ArchiveBuilder().file(".dockerenv", "").file("etc/passwd", "root:x:0:0::/:/bin/sh");
        assertThat(failure(way, files)).isEqualTo("root-file-system given.tar");
        Limits few = Limits.DEFAULTS.with("archive-entries", 1);
        assertThat(failure(way.open(files, this.folder, ImageSelection.ONLY, few)))
                .isEqualTo("root-file-system given.tar");
    }

    @ParameterizedTest
    @ValueSource(strings = { "run/.containerenv", "lib/apk/db/installed", "var/lib/dpkg/status" })
    void theFilesOfAContainerWithoutAccountsThrowExceptionThatSaysSo(String path) {
        assertThat(failure(Way.FILE, new ArchiveBuilder().file(path, "").file("app", "app")))
                .isEqualTo("root-file-system given.tar");
    }

    @Test
    void anArtifactOfAnUnknownKindThrowsExceptionWithItsType() {
        ArchiveBuilder layout = new ArchiveBuilder();
        byte[] empty = "{}".getBytes();
        blob(layout, empty);
        index(layout, Map.of("mediaType", "application/vnd.oci.image.manifest.v1+json", "artifactType",
                "application/vnd.acme.rocket", "config", descriptor("application/vnd.oci.empty.v1+json", empty),
                "layers", List.of(descriptor("application/vnd.oci.empty.v1+json", empty))));
        assertThat(message(Way.FILE, layout)).contains("application/vnd.acme.rocket");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aDigestOfAnotherAlgorithmThrowsException(Way way) {
        String sha512 = "sha512:" + "0".repeat(128);
        Map<String, Object> layer = Map.of("mediaType", "application/vnd.oci.image.layer.v1.tar", "digest", sha512,
                "size", 1);
        assertThat(failure(way, layout(Map.of("layers", List.of(layer)), 1))).isEqualTo("unsupported-digest " + sha512);
    }

    @ParameterizedTest
    @EnumSource(value = Way.class, names = { "STREAM", "FILE" })
    void layersThatAreLinksInACircleThrowException(Way way) {
        ArchiveBuilder archive = dockerArchive("a/layer.tar").symlink("a/layer.tar", "../b/layer.tar")
                .symlink("b/layer.tar", "../a/layer.tar");
        assertThat(failure(way, archive)).isEqualTo("link-cycle a/layer.tar");
    }

    @Test
    void filesThatAreLinksInACircleThrowException() {
        ArchiveBuilder archive = dockerArchive("a.tar").symlink("a.tar", "b.tar").symlink("b.tar", "a.tar");
        assertThat(failure(Way.FOLDER, archive)).isEqualTo("link-cycle a.tar");
    }

    @ParameterizedTest
    @EnumSource(value = Way.class, names = { "STREAM", "FILE" })
    void layersThatAreLinksOutOfTheArchiveThrowException(Way way) {
        ArchiveBuilder archive = dockerArchive("a/layer.tar").symlink("a/layer.tar", "../../etc/passwd");
        assertThat(failure(way, archive)).isEqualTo("path-escapes a/../../etc/passwd");
    }

    @Test
    void filesThatAreLinksOutOfTheFolderThrowException() throws Exception {
        Path outside = Files.write(this.folder.resolve("outside.tar"), new byte[1024]);
        ArchiveBuilder absolute = dockerArchive("a.tar").symlink("a.tar", outside.toString());
        assertThat(failure(Way.FOLDER, absolute)).isEqualTo("path-escapes a.tar");
        this.folder = Files.createDirectory(this.folder.resolve("other"));
        Files.write(this.folder.resolve("outside.tar"), new byte[1024]);
        ArchiveBuilder relative = dockerArchive("a.tar").symlink("a.tar", "../outside.tar");
        assertThat(failure(Way.FOLDER, relative)).isEqualTo("path-escapes a.tar");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aManifestWithAPathOutOfTheArchiveThrowsException(Way way) {
        assertThat(failure(way, dockerArchive("../../etc/passwd"))).isEqualTo("path-escapes ../../etc/passwd");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aManifestWithAnImpossiblePathThrowsException(Way way) {
        assertThat(failure(way, dockerArchive("a\0b"))).isEqualTo("missing-layer a?b");
        assertThat(failure(Way.STREAM, dockerArchive("x".repeat(5000)))).startsWith("missing-layer xxx");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aLayerWithAPathOutOfItsRootThrowsException(Way way) {
        ImageBuilder image = anImage("app:1").layer(layer -> layer.file("../../etc/passwd", "root"));
        assertThat(failure(way, image.dockerArchive(DockerForm.PODMAN))).isEqualTo("path-escapes ../../etc/passwd");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aLayerThatIsNotATarThrowsException(Way way) throws Exception {
        ImageBuilder text = anImage("app:1").layer("no tar".getBytes());
        assertThat(failure(way, text.dockerArchive(DockerForm.PODMAN))).startsWith("not-a-tar");
        this.folder = Files.createDirectory(this.folder.resolve("other"));
        ImageBuilder json = anImage("app:1").layer("{}".getBytes());
        assertThat(failure(way, json.dockerArchive(DockerForm.PODMAN))).startsWith("not-a-tar");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aBombThrowsException(Way way) {
        ImageBuilder image = anImage("app:1").layer(layer -> layer.file("zeros", new byte[100 << 20]));
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> way.open(image.ociLayout(), this.folder).read(new TarPaths(), TarPaths.budget()))
                .satisfies(ex -> assertThat(ex.limit()).isEqualTo("compression-ratio"))
                .satisfies(ex -> assertThat(ex.entry()).startsWith("blobs/sha256/"));
    }

    @ParameterizedTest
    @CsvSource({ "layers", "entries-per-layer", "document-size", "layer-tar-size", "image-tar-size" })
    void passingALimitThrowsException(String limit) throws Exception {
        ImageBuilder image = anImage("app:1").layer(layer -> layer.file("a", new byte[1000]).file("b", "b"))
                .layer(layer -> layer.file("c", new byte[1000]).file("d", "d"));
        for (Way way : Way.values()) {
            this.folder = Files.createDirectory(this.folder.resolve(way.name()));
            Limits limits = limits(limit);
            assertThatExceptionOfType(LimitExceededException.class).as("%s", way)
                    .isThrownBy(() -> way.open(image.ociLayout(), this.folder, ImageSelection.ONLY, limits)
                            .read(new TarPaths(limits), new ImageBudget(limits)))
                    .satisfies(ex -> assertThat(ex.limit()).isEqualTo(limit));
        }
    }

    @ParameterizedTest
    @CsvSource({ "archive-entries, STREAM", "archive-entries, FILE", "archive-size, STREAM", "archive-size, FILE" })
    void passingALimitOfTheArchiveThrowsException(String limit, Way way) {
        Limits limits = limits(limit);
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> way.open(anApp("app:1").ociLayout(), this.folder, ImageSelection.ONLY, limits)
                        .read(new TarPaths(limits), new ImageBudget(limits)))
                .satisfies(ex -> assertThat(ex.limit()).isEqualTo(limit));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void indexesThatNestTooDeepThrowException(Way way) {
        ArchiveBuilder layout = anApp("app:1").ociLayout();
        byte[] index = layout.files().get("index.json");
        for (int i = 0; i < 12; i++) {
            blob(layout, index);
            index = json(Map.of("manifests", List.of(descriptor("application/vnd.oci.image.index.v1+json", index))));
        }
        assertThat(failure(way, layout.file("index.json", index))).startsWith("index-too-deep");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void anIndexThatRepeatsItselfIsReadOnce(Way way) {
        ArchiveBuilder layout = anApp("app:1").ociLayout();
        byte[] index = layout.files().get("index.json");
        for (int i = 0; i < 7; i++) {
            blob(layout, index);
            Map<String, Object> same = descriptor("application/vnd.oci.image.index.v1+json", index);
            index = json(Map.of("manifests", Collections.nCopies(100, same)));
        }
        assertThat(way.open(layout.file("index.json", index), this.folder)
                .read(new TarPaths(), TarPaths.budget())
                .layers()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "null", "[", "{", "{}", "[1]", "[{}]", "[{\"Config\":1}]",
            "[{\"Config\":\"c.json\",\"Layers\":\"x\"}]", "[{\"Config\":\"c.json\",\"Layers\":[1]}]", "[] []" })
    void aManifestOfAnotherFormThrowsException(String manifest) throws Exception {
        for (Way way : Way.values()) {
            this.folder = Files.createDirectory(this.folder.resolve(way.name()));
            assertThat(failure(way, new ArchiveBuilder().file("manifest.json", manifest)))
                    .isEqualTo("invalid-document manifest.json");
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aDocumentThatNestsDeepThrowsException(Way way) {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertThat(failure(way, new ArchiveBuilder().file("index.json", deep)))
                .isEqualTo("invalid-document index.json");
    }

    @Test
    void everyTruncationThrowsException() throws Exception {
        for (byte[] archive : List.of(anApp("app:1").asDockerArchive(), anApp("app:1").asOciArchive(),
                Blob.compress(anApp("app:1").asOciArchive(), Compression.GZIP))) {
            int content = archive.length - 1024;
            for (int length = 0; length < content - 512; length += 97) {
                byte[] cut = Arrays.copyOf(archive, length);
                assertThatExceptionOfType(InvalidImageException.class).as("%d bytes", length)
                        .isThrownBy(() -> stream(cut).read(new TarPaths(), TarPaths.budget()));
                if (length % 7 == 0) {
                    ImageSource file = file(cut);
                    assertThatExceptionOfType(InvalidImageException.class)
                            .isThrownBy(() -> file.read(new TarPaths(), TarPaths.budget()));
                }
            }
        }
    }

    @Test
    void everyDamageThrowsExceptionOrChangesNothing() throws Exception {
        int step = Scale.of("tare.damage.step", 7, 1);
        for (byte[] archive : List.of(anApp("app:1").asDockerArchive(), anApp("app:1").asOciArchive(),
                anApp("app:1").compression(Compression.ZSTD).asOciArchive())) {
            ImageContents<List<String>> expected = stream(archive).read(new TarPaths(), TarPaths.budget());
            List<String> wrong = new ArrayList<>();
            for (int position = 0; position < archive.length; position += step) {
                byte[] damaged = archive.clone();
                damaged[position] ^= 0x11;
                try {
                    ImageContents<List<String>> read = stream(damaged).read(new TarPaths(), TarPaths.budget());
                    if (!read.layers().equals(expected.layers())
                            || !read.image().layers().equals(expected.image().layers())) {
                        wrong.add("byte " + position);
                    }
                } catch (InvalidImageException ex) {
                    assertThat(ex.rule()).isNotEmpty();
                }
            }
            assertThat(wrong).isEmpty();
        }
    }

    private String failure(Way way, ArchiveBuilder archive) {
        return failure(way.open(archive, this.folder));
    }

    private String message(Way way, ArchiveBuilder archive) {
        try {
            way.open(archive, this.folder).read(new TarPaths(), TarPaths.budget());
            return "none";
        } catch (InvalidImageException ex) {
            return ex.getMessage();
        }
    }

    private static String failure(ImageSource source) {
        try {
            source.read(new TarPaths(), TarPaths.budget());
            return "none";
        } catch (InvalidImageException ex) {
            return ex.rule() + " " + ex.entry(Redaction::text);
        }
    }

    private static ImageSource stream(byte[] archive) {
        return ArchiveSources.stream("given.tar", new ByteArrayInputStream(archive), ImageSelection.ONLY,
                Limits.DEFAULTS);
    }

    private ImageSource file(byte[] archive) throws Exception {
        return ArchiveSources.open(Files.write(this.folder.resolve("given.tar"), archive), ImageSelection.ONLY,
                Limits.DEFAULTS);
    }

    private static ImageBuilder anApp(String name) {
        return anImage(name).layer(layer -> layer.file("a", new byte[5000]).file("b", "b"));
    }

    private static ArchiveBuilder dockerArchive(String layer) {
        byte[] config = json(Map.of("rootfs", Map.of("diff_ids", List.of("sha256:" + "0".repeat(64)))));
        return new ArchiveBuilder().file("c.json", config)
                .json("manifest.json",
                        List.of(Map.of("Config", "c.json", "Layers", List.of(layer))));
    }

    private static ArchiveBuilder layout(Map<String, Object> layers, int diffIds) {
        return layout(layers, Collections.nCopies(diffIds, Digest.sha256Of(new byte[0]))
                .toArray(Digest[]::new));
    }

    private static ArchiveBuilder layout(Map<String, Object> layers, Digest... diffIds) {
        ArchiveBuilder layout = new ArchiveBuilder();
        byte[] config = json(
                Map.of("rootfs", Map.of("diff_ids", Arrays.stream(diffIds).map(Digest::toString).toList())));
        blob(layout, config);
        Map<String, Object> manifest = new HashMap<>(layers);
        manifest.put("config", descriptor("application/vnd.oci.image.config.v1+json", config));
        index(layout, manifest);
        return layout;
    }

    private static void index(ArchiveBuilder layout, Map<String, Object> manifest) {
        byte[] document = json(manifest);
        blob(layout, document);
        layout.json("index.json", Map.of("manifests",
                List.of(descriptor("application/vnd.oci.image.manifest.v1+json", document))));
    }

    private static void blob(ArchiveBuilder layout, byte[] content) {
        layout.file("blobs/sha256/" + Digest.sha256Of(content).hex(), content);
    }

    private static Map<String, Object> descriptor(String mediaType, String content) {
        return descriptor(mediaType, content.getBytes());
    }

    private static Map<String, Object> descriptor(String mediaType, byte[] content) {
        return ArchiveBuilder.descriptor(mediaType, content);
    }

    private static byte[] json(Object value) {
        return new ArchiveBuilder().json("x", value).files().firstEntry().getValue();
    }

    private static boolean beginsLikeJson(ArchiveBuilder archive, String path) {
        return archive.files().get(path)[0] == '{';
    }

    private static byte[] append(ArchiveBuilder archive, String path, String text) {
        return (new String(archive.files().get(path)) + text).getBytes();
    }

    private static String largest(ArchiveBuilder archive) {
        return archive.files()
                .entrySet()
                .stream()
                .filter(entry -> !entry.getKey().endsWith(".json"))
                .max(Map.Entry.comparingByValue((one, other) -> Integer.compare(one.length, other.length)))
                .orElseThrow()
                .getKey();
    }

    private static Limits limits(String low) {
        return Limits.DEFAULTS.with(low, switch (low) {
            case "layers", "entries-per-layer" -> 1;
            case "archive-entries" -> 2;
            case "document-size" -> 50;
            case "layer-tar-size" -> 1000;
            default -> 5000;
        });
    }
}
