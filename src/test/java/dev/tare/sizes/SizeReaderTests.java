package dev.tare.sizes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.fixture.ArchiveBuilder;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.MemoryRegistry;
import dev.tare.fixture.RawServer.Request;
import dev.tare.image.Compression;
import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.InvalidDocumentException;
import dev.tare.image.MediaType;
import dev.tare.image.Platform;
import dev.tare.image.StatedBase;
import dev.tare.limits.Deadline;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;
import dev.tare.registry.Registries;
import dev.tare.registry.RegistryException;
import dev.tare.registry.Traffic;
import dev.tare.source.format.NoSuchImageException;
import dev.tare.source.format.UnsupportedImageException;
import dev.tare.source.registry.RegistryArgument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(60)
class SizeReaderTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final PlatformSelection AMD64 = PlatformSelection.of(Platform.parse("linux/amd64"));

    private static final PlatformSelection S390X = PlatformSelection.of(Platform.parse("linux/s390x"));

    private final MemoryRegistry registry = new MemoryRegistry();

    private final Traffic traffic = new Traffic();

    @AfterEach
    void stop() {
        this.registry.close();
    }

    @Test
    void sizesAreThoseInTheManifest() {
        ImageBuilder image = image("one").platform("linux/amd64")
                .config(config -> config.user("65532")
                        .entrypoint("/app", "--serve"));
        ReferenceSizes sizes = read(this.registry.push("team/app", "1", image), AMD64);
        ManifestSizes only = sizes.first();
        assertThat(only.compressed()).isEqualTo(stored(image));
        assertThat(only.layers()).extracting(Descriptor::digest).isEqualTo(image.ociLayerDigests());
        assertThat(only.manifest()).isEqualTo(sizes.digest());
        assertThat(only.platform()).hasToString("linux/amd64");
        assertThat(only.details()).isNotNull().satisfies(details -> {
            assertThat(details.created()).hasToString("2026-01-02T03:04:05Z");
            assertThat(details.entrypoint()).containsExactly("/app", "--serve");
            assertThat(details.user()).isEqualTo("65532");
        });
        assertThat(sizes.otherPlatforms()).isEmpty();
        assertThat(paths()).hasSize(2).doesNotContain(blobs(image));
        assertThat(this.traffic.requests()).isEqualTo(2);
        assertThat(this.traffic.bytes()).isPositive();
    }

    @Test
    void onlyTheSelectedManifestOfAnIndexIsRequested() {
        ImageBuilder second = image("two").platform("linux/s390x");
        String name = this.registry.push("app", "1", ImageBuilder.multiPlatformLayoutOf("",
                image("one").platform("linux/amd64"), second, image("three").platform("unknown/unknown")));
        ReferenceSizes sizes = read(name, S390X);
        assertThat(sizes.first().compressed()).isEqualTo(stored(second));
        assertThat(sizes.first().manifest()).isNotEqualTo(sizes.digest());
        assertThat(sizes.otherPlatforms()).hasToString("[linux/amd64]");
        assertThat(this.traffic.requests()).isEqualTo(3);
    }

    @Test
    void allPlatformsNeedOneRequestForEachAndNoConfig() {
        List<ImageBuilder> images = Stream.of("linux/amd64", "linux/arm64", "linux/s390x", "linux/arm/v7")
                .map(platform -> image(platform).platform(platform))
                .toList();
        String name = this.registry.push("app", "1",
                ImageBuilder.multiPlatformLayoutOf("", images.toArray(new ImageBuilder[0])));
        ReferenceSizes sizes = read(name, PlatformSelection.ALL);
        assertThat(sizes.platforms()).extracting(ManifestSizes::compressed)
                .isEqualTo(images.stream().map(SizeReaderTests::stored).toList());
        assertThat(sizes.platforms()).allMatch(one -> one.details() == null && one.detailsUnknownBecause() == null);
        assertThat(this.traffic.requests()).isEqualTo(5);
    }

    @Test
    void allPlatformsOfAManifestAreThePlatformOfItsConfig() {
        String name = this.registry.push("app", "1", image("one").platform("linux/s390x"));
        assertThat(read(name, PlatformSelection.ALL).first().platform()).hasToString("linux/s390x");
    }

    @Test
    void firstManifestOfAPlatformCounts() {
        ImageBuilder first = image("one").platform("windows/amd64");
        String name = this.registry.push("app", "1",
                ImageBuilder.multiPlatformLayoutOf("", first, image("two").platform("windows/amd64")));
        assertThat(read(name, PlatformSelection.ALL).platforms()).singleElement()
                .satisfies(only -> assertThat(only.compressed()).isEqualTo(stored(first)));
    }

    @Test
    void attestationsAreNoPlatforms() {
        String name = this.registry.push("app", "1",
                image("one").attestedLayout("https://slsa.dev/provenance/v1", digest -> "{}"));
        assertThat(read(name, PlatformSelection.ALL).platforms()).hasSize(1);
        assertThat(this.traffic.requests()).isEqualTo(2);
    }

    @Test
    void missingPlatformNamesTheOthers() {
        String index = this.registry.push("app", "1", ImageBuilder.multiPlatformLayoutOf("",
                image("a").platform("linux/riscv64"), image("b").platform("windows/arm64")));
        String manifest = this.registry.push("app", "2", image("a").platform("linux/riscv64"));
        assertThatExceptionOfType(NoSuchImageException.class).isThrownBy(() -> read(index, S390X))
                .satisfies(ex -> assertThat(ex.choices()).containsExactly("linux/riscv64", "windows/arm64"));
        assertThatExceptionOfType(NoSuchImageException.class).isThrownBy(() -> read(manifest, S390X))
                .satisfies(ex -> assertThat(ex.choices()).containsExactly("linux/riscv64"));
    }

    @Test
    void platformThatTheIndexDoesNotStateIsThatOfTheConfig() {
        Documents documents = new Documents();
        Map<String, Object> one = documents.image("linux/amd64", Map.of(), 10);
        Map<String, Object> two = documents.image("linux/s390x", Map.of(), 20);
        String name = push("1", documents, documents.index(Map.of(), List.of(one, two)));
        assertThat(read(name, S390X).first().compressed()).isEqualTo(20);
        assertThat(read(name, PlatformSelection.ALL).platforms()).extracting(ManifestSizes::compressed)
                .containsExactly(10L, 20L);
    }

    @Test
    void nestedIndexIsRead() {
        Documents documents = new Documents();
        Map<String, Object> inner = documents.index(Map.of(),
                List.of(on("linux/s390x", documents.image("linux/s390x", Map.of(), 20))));
        Map<String, Object> root = documents.index(Map.of(),
                List.of(on("linux/amd64", documents.image("linux/amd64", Map.of(), 10)), inner));
        String name = push("1", documents, root);
        assertThat(read(name, S390X).first().compressed()).isEqualTo(20);
        assertThat(read(name, PlatformSelection.ALL).platforms()).hasSize(2);
    }

    @Test
    void indexesThatAreNestedTooDeepAreRejected() {
        Documents documents = new Documents();
        Map<String, Object> index = documents.image("linux/amd64", Map.of(), 10);
        for (int i = 0; i < 20; i++) {
            index = documents.index(Map.of(), List.of(index));
        }
        String name = push("1", documents, index);
        assertThatExceptionOfType(UnsupportedImageException.class).isThrownBy(() -> read(name, AMD64));
        assertThat(this.traffic.requests()).isLessThan(12);
    }

    @Test
    void baseImageIsReadFromManifestIndexAndLabels() {
        Digest digest = Digest.sha256Of("base".getBytes(UTF_8));
        Map<String, String> stated = Map.of("org.opencontainers.image.base.name", "debian:13",
                "org.opencontainers.image.base.digest", digest.toString());
        Documents documents = new Documents();
        assertThat(read(push("manifest", documents, documents.image("linux/amd64", stated, 10)), AMD64).first().base())
                .isEqualTo(new StatedBase("debian:13", digest.toString(), StatedBase.Place.MANIFEST));
        Map<String, Object> entry = on("linux/amd64", documents.image("linux/amd64", Map.of(), 10));
        assertThat(read(push("index", documents, documents.index(stated, List.of(entry))), AMD64).first().base())
                .isEqualTo(new StatedBase("debian:13", digest.toString(), StatedBase.Place.INDEX));
        entry.put("annotations", Map.of("org.opencontainers.image.base.name", "alpine:3"));
        assertThat(read(push("entry", documents, documents.index(stated, List.of(entry))), AMD64).first().base())
                .isEqualTo(new StatedBase("alpine:3", null, StatedBase.Place.INDEX));
        ImageBuilder labelled = image("1").platform("linux/amd64")
                .config(config -> config.label("org.opencontainers.image.base.name", "ubuntu:26.04"));
        assertThat(read(this.registry.push("app", "label", labelled), AMD64).first().base())
                .isEqualTo(new StatedBase("ubuntu:26.04", null, StatedBase.Place.LABEL));
    }

    @Test
    void invalidDigestOfTheBaseImageIsKeptAsText() {
        Documents documents = new Documents();
        Map<String, String> stated = Map.of("org.opencontainers.image.base.name", "debian:13",
                "org.opencontainers.image.base.digest", "md5:1");
        assertThat(read(push("1", documents, documents.image("linux/amd64", stated, 10)), AMD64).first().base())
                .isEqualTo(new StatedBase("debian:13", "md5:1", StatedBase.Place.MANIFEST));
    }

    @Test
    void zstdLayersHaveTheirOwnDigests() {
        ManifestSizes gzip = read(this.registry.push("app", "gzip", image("1").platform("linux/amd64")), AMD64)
                .first();
        ManifestSizes zstd = read(this.registry.push("app", "zstd",
                image("1").platform("linux/amd64").compression(Compression.ZSTD)), AMD64).first();
        assertThat(zstd.layersSharedWith(gzip)).isZero();
        assertThat(zstd.pulledBeside(gzip)).isEqualTo(zstd.compressed());
    }

    @Test
    void artifactIsRejected() {
        Documents documents = new Documents();
        Map<String, Object> chart = documents.add(MediaType.OCI_MANIFEST, Map.of("schemaVersion", 2, "config",
                documents.add(new MediaType("application/vnd.cncf.helm.config.v1+json"), Map.of()), "layers",
                List.of()));
        String name = push("1", documents, chart);
        assertThatExceptionOfType(UnsupportedImageException.class).isThrownBy(() -> read(name, AMD64));
    }

    @Test
    void negativeSizeIsRejected() {
        Documents documents = new Documents();
        String name = push("1", documents, documents.image("linux/amd64", Map.of(), -1));
        assertThatExceptionOfType(InvalidDocumentException.class).isThrownBy(() -> read(name, AMD64));
    }

    @Test
    void indexWithThousandsOfManifestsCostsOneRequestMore() {
        Documents documents = new Documents();
        List<Map<String, Object>> manifests = new ArrayList<>(IntStream.range(0, 5_000)
                .mapToObj(i -> on("linux/p" + i, descriptor(MediaType.OCI_MANIFEST, ("" + i).getBytes(UTF_8), 1)))
                .toList());
        manifests.add(on("linux/amd64", documents.image("linux/amd64", Map.of(), 10)));
        String name = push("1", documents, documents.index(Map.of(), manifests));
        assertThat(read(name, AMD64).otherPlatforms()).hasSize(5_000);
        assertThat(this.traffic.requests()).isEqualTo(3);
        assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> read(name, PlatformSelection.ALL))
                .satisfies(ex -> assertThat(ex.limit()).isEqualTo("platforms"));
    }

    @Test
    void manifestsWithoutAPlatformAreReadUpToALimit() {
        Documents documents = new Documents();
        List<Map<String, Object>> manifests = IntStream.range(0, 300)
                .mapToObj(i -> documents.image("linux/p" + i, Map.of(), i))
                .toList();
        String name = push("1", documents, documents.index(Map.of(), manifests));
        assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> read(name, AMD64))
                .satisfies(ex -> assertThat(ex.limit()).isEqualTo("registry-documents"));
        assertThat(this.traffic.requests()).isLessThan(270);
    }

    @Test
    void configThatIsTooLargeIsNotRequestedAndSizesAreStillKnown() {
        Documents documents = new Documents();
        Map<String, Object> bomb = documents.manifest(Map.of(),
                descriptor(MediaType.OCI_CONFIG, "bomb".getBytes(UTF_8), 1L << 40), 10);
        String name = push("1", documents, documents.index(Map.of(), List.of(on("linux/amd64", bomb))));
        ManifestSizes sizes = read(name, AMD64).first();
        assertThat(sizes.compressed()).isEqualTo(10);
        assertThat(sizes.details()).isNull();
        assertThat(sizes.detailsUnknownBecause()).contains("document-size");
        assertThat(this.traffic.requests()).isEqualTo(2);
    }

    @Test
    void configThatIsMissingIsAReason() {
        Documents documents = new Documents();
        Map<String, Object> missing = documents.manifest(Map.of(),
                descriptor(MediaType.OCI_CONFIG, "missing".getBytes(UTF_8), 7), 10);
        String name = push("1", documents, documents.index(Map.of(), List.of(on("linux/amd64", missing))));
        assertThat(read(name, AMD64).first().detailsUnknownBecause()).contains("404");
    }

    @Test
    void failureOfOneImageDoesNotAffectTheOthers() {
        String one = this.registry.push("app", "1", image("1").platform("linux/amd64"));
        String two = this.registry.push("other", "1", image("2").platform("linux/amd64"));
        List<SizeReading> readings = readAll(List.of(one, this.registry.host() + "/app:none", two), AMD64);
        assertThat(readings).hasSize(3);
        assertThat(readings.get(0)).isInstanceOf(SizeReading.Read.class);
        assertThat(readings.get(1)).isInstanceOfSatisfying(SizeReading.Failed.class,
                failed -> assertThat(failed.problem()).isInstanceOf(RegistryException.class));
        assertThat(readings.get(2)).isInstanceOf(SizeReading.Read.class);
    }

    @Test
    void manyImagesAreReadInTheirOrder() {
        List<ImageBuilder> images = IntStream.range(0, 20)
                .mapToObj(i -> image("x".repeat(i * 50) + i).platform("linux/amd64"))
                .toList();
        List<String> names = IntStream.range(0, 20)
                .mapToObj(i -> this.registry.push("team/app" + i % 3, "" + i, images.get(i)))
                .toList();
        assertThat(readAll(names, AMD64)).extracting(reading -> ((SizeReading.Read) reading).sizes())
                .extracting(sizes -> sizes.first().compressed())
                .isEqualTo(images.stream().map(SizeReaderTests::stored).toList());
        assertThat(this.traffic.requests()).isEqualTo(40);
    }

    @Test
    void imageThatIsNamedTwiceIsReadOnce() {
        String name = this.registry.push("app", "1", image("1").platform("linux/amd64"));
        assertThat(readAll(List.of(name, name, "registry://" + name), AMD64)).extracting(SizeReading::orThrow)
                .hasSize(3)
                .containsOnly(read(name, AMD64));
        assertThat(paths()).hasSize(4);
    }

    @Test
    void imageThatIsReadAfterItsSizesNeedsOnlyItsLayers() {
        ImageBuilder image = image("1").platform("linux/amd64");
        String name = this.registry.push("team/app", "1",
                ImageBuilder.multiPlatformLayoutOf("", image, image("2").platform("linux/s390x")));
        RegistryArgument argument = RegistryArgument.parse(name, Registries.ofThisUser()).remembering();
        SizeReader reader = new SizeReader(Limits.DEFAULTS);
        reader.readNamed(List.of(argument), AMD64, Deadline.of(Limits.DEFAULTS), this.traffic);
        reader.readNamed(List.of(argument), AMD64, Deadline.of(Limits.DEFAULTS), this.traffic);
        assertThat(paths()).hasSize(3);
        argument.open(AMD64.platform(), Limits.DEFAULTS)
                .read((layer, tar, budget) -> true, new ImageBudget(Limits.DEFAULTS));
        assertThat(paths().stream().skip(3).filter(path -> !path.contains("referrers") && !path.contains("/sha256-")))
                .containsExactlyInAnyOrder(blobs(image));
    }

    @Test
    void digestThatIsNotSha256IsRejected() {
        String name = this.registry.host() + "/app@sha512:" + "a".repeat(128);
        assertThatExceptionOfType(UnsupportedImageException.class).isThrownBy(() -> read(name, AMD64));
        assertThat(this.traffic.requests()).isZero();
    }

    private static ImageBuilder image(String content) {
        return ImageBuilder.anImage("")
                .layer(layer -> layer.file("base", "base"))
                .layer(layer -> layer.file("content", content));
    }

    private static long stored(ImageBuilder image) {
        return image.ociLayout()
                .files()
                .entrySet()
                .stream()
                .filter(file -> image.ociLayerDigests()
                        .stream()
                        .anyMatch(digest -> file.getKey().endsWith(digest.hex())))
                .mapToLong(file -> file.getValue().length)
                .sum();
    }

    private String[] blobs(ImageBuilder image) {
        return image.ociLayerDigests().stream().map(digest -> "/v2/team/app/blobs/" + digest).toArray(String[]::new);
    }

    private List<String> paths() {
        return this.registry.requests().stream().map(Request::path).toList();
    }

    private ReferenceSizes read(String name, PlatformSelection selection) {
        return readAll(List.of(name), selection).getFirst().orThrow();
    }

    private List<SizeReading> readAll(List<String> names, PlatformSelection selection) {
        Registries registries = Registries.ofThisUser();
        return new SizeReader(Limits.DEFAULTS).readNamed(
                names.stream().map(name -> RegistryArgument.parse(name, registries)).toList(), selection,
                Deadline.of(Limits.DEFAULTS), this.traffic);
    }

    private String push(String tag, Documents documents, Map<String, Object> root) {
        return this.registry.push("app", tag,
                documents.layout.json("index.json", Map.of("schemaVersion", 2, "manifests", List.of(root))));
    }

    private static Map<String, Object> on(String platform, Map<String, Object> descriptor) {
        Map<String, Object> placed = new LinkedHashMap<>(descriptor);
        Platform parsed = Platform.parse(platform);
        placed.put("platform", Map.of("os", parsed.os(), "architecture", parsed.architecture()));
        return placed;
    }

    private static Map<String, Object> descriptor(MediaType type, byte[] content, long size) {
        return Map.of("mediaType", type.value(), "digest", Digest.sha256Of(content).toString(), "size", size);
    }

    /** Documents of images without blobs of layers. */
    private static final class Documents {

        private final ArchiveBuilder layout = new ArchiveBuilder();

        private Map<String, Object> index(Map<String, String> annotations, List<Map<String, Object>> manifests) {
            return add(MediaType.OCI_INDEX,
                    Map.of("schemaVersion", 2, "annotations", annotations, "manifests", manifests));
        }

        private Map<String, Object> image(String platform, Map<String, String> annotations, long layerSize) {
            return manifest(annotations, config(platform), layerSize);
        }

        private Map<String, Object> manifest(Map<String, String> annotations, Map<String, Object> config,
                long layerSize) {
            return add(MediaType.OCI_MANIFEST, Map.of("schemaVersion", 2, "config", config, "annotations", annotations,
                    "layers", List.of(descriptor(MediaType.OCI_LAYER_GZIP, ("" + layerSize).getBytes(UTF_8),
                            layerSize))));
        }

        private Map<String, Object> config(String platform) {
            Platform parsed = Platform.parse(platform);
            return add(MediaType.OCI_CONFIG, Map.of("os", parsed.os(), "architecture", parsed.architecture(), "rootfs",
                    Map.of("type", "layers", "diff_ids", List.of())));
        }

        private Map<String, Object> add(MediaType type, Map<String, Object> document) {
            byte[] content = JSON.writeValueAsBytes(document);
            this.layout.file("blobs/sha256/" + Digest.sha256Of(content).hex(), content);
            return descriptor(type, content, content.length);
        }
    }
}
