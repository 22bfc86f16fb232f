package dev.tare.source.registry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.cache.LayerFolder;
import dev.tare.fixture.ArchiveBuilder;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.RawServer;
import dev.tare.fixture.RawServer.Request;
import dev.tare.image.Digest;
import dev.tare.image.DocumentKind;
import dev.tare.image.Image;
import dev.tare.image.ImageIndex;
import dev.tare.image.InvalidDocumentException;
import dev.tare.image.InvalidImageException;
import dev.tare.image.Layer;
import dev.tare.image.MediaType;
import dev.tare.image.Platform;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.Inspector;
import dev.tare.inspection.LayerCache;
import dev.tare.limits.Deadline;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.Limit;
import dev.tare.limits.LimitExceededException;
import dev.tare.limits.Limits;
import dev.tare.registry.ImageReference;
import dev.tare.registry.Registries;
import dev.tare.registry.RegistryException;
import dev.tare.registry.RegistryUser;
import dev.tare.registry.Traffic;
import dev.tare.source.Blobs;
import dev.tare.source.ImageSource;
import dev.tare.source.archive.ArchiveSources;
import dev.tare.source.format.ImageSelection;
import dev.tare.source.format.MismatchException;
import dev.tare.source.format.MissingEntryException;
import dev.tare.source.format.NoSuchImageException;
import dev.tare.source.format.UnsupportedImageException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(60)
class RegistrySourceTests {

    private static final String MANIFESTS = "/v2/team/app/manifests/";

    private static final String BLOBS = "/v2/team/app/blobs/";

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Blobs, manifests and indexes by digest, and roots by tag. */
    private final Map<String, byte[]> contents = new HashMap<>();

    private final RawServer server = RawServer.start(this::answer);

    @AfterEach
    void stop() {
        this.server.close();
    }

    @Test
    void imageIsTheSameAsInAnArchive() {
        ImageBuilder image = image("1");
        push("1", image.ociLayout());
        Image archived = ArchiveSources
                .stream("app.tar", new ByteArrayInputStream(image.asOciArchive()), ImageSelection.ONLY, Limits.DEFAULTS)
                .read((layer, tar, budget) -> true, new ImageBudget(Limits.DEFAULTS))
                .image();
        Image read = read("1", null);
        assertThat(read.layers()).isEqualTo(archived.layers());
        assertThat(read.config()).isEqualTo(archived.config());
        assertThat(read.manifestDigest()).isEqualTo(archived.manifestDigest());
        assertThat(read.name()).isEqualTo(this.server.host() + "/team/app:1");
        assertThat(read.remarks()).isEmpty();
    }

    @Test
    void eachManifestAndBlobIsRequestedOnce() {
        push("1", image("1").ociLayout());
        read("1", null);
        assertThat(this.server.requests()).extracting(Request::path).doesNotHaveDuplicates();
        assertThat(this.server.requests()).filteredOn(request -> !isForReferrers(request.path())).hasSize(4);
    }

    @Test
    void imageIsReadByItsDigest() {
        push("1", image("1").ociLayout());
        String digest = digest(this.contents.get("1"));
        assertThat(read("@" + digest, null).manifestDigest()).hasToString(digest);
    }

    @Test
    void platformsThatAreNotSelectedAreNotRequested() {
        push("1", ImageBuilder.multiPlatformLayoutOf("", image("a").platform("linux/amd64"),
                image("b").platform("linux/s390x"), image("c").platform("linux/arm/v7")));
        assertThat(read("1", Platform.parse("linux/s390x")).config().platform()).hasToString("linux/s390x");
        assertThat(this.server.requests()).extracting(Request::path)
                .filteredOn(path -> path.startsWith(MANIFESTS) && !isForReferrers(path))
                .hasSize(2);
    }

    @Test
    void platformOfThisMachineIsSelected() {
        Platform own = Platform.ofThisMachine();
        push("1", ImageBuilder.multiPlatformLayoutOf("", image("a").platform("linux/s390x"),
                image("b").platform(own.toString())));
        assertThat(read("1", null).config().platform()).isEqualTo(own);
    }

    @Test
    void usualPlatformIsSelectedIfThereIsNoneForThisMachine() {
        String architecture = System.setProperty("os.arch", "riscv64");
        try {
            push("1", ImageBuilder.multiPlatformLayoutOf("", image("a").platform("linux/s390x"),
                    image("b").platform("linux/amd64")));
            assertThat(read("1", null).config().platform()).hasToString("linux/amd64");
        } finally {
            System.setProperty("os.arch", architecture);
        }
    }

    @Test
    void otherPlatformsOfTheIndexAreListed() {
        push("1", ImageBuilder.multiPlatformLayoutOf("", image("a").platform("linux/s390x"),
                image("b").platform("linux/amd64"), image("c").platform("unknown/unknown")));
        assertThat(read("1", Platform.parse("linux/amd64")).otherPlatforms()).hasToString("[linux/s390x]");
        push("2", image("a").ociLayout());
        assertThat(read("2", null).otherPlatforms()).isEmpty();
    }

    @Test
    void platformsAreListedWithoutLayersAndConfigs() {
        push("1", ImageBuilder.multiPlatformLayoutOf("", image("a").platform("linux/s390x"),
                image("b").platform("linux/amd64"), image("c").platform("unknown/unknown")));
        ImageSource source = argument("1").open(null, Limits.DEFAULTS);
        assertThat(source.platforms(new ImageBudget(Limits.DEFAULTS).deadline()))
                .hasToString("[linux/s390x, linux/amd64]");
        assertThat(this.server.requests()).extracting(Request::path)
                .allMatch(path -> path.startsWith(MANIFESTS))
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void onlyPlatformIsSelected() {
        push("1", ImageBuilder.multiPlatformLayoutOf("", image("a").platform("linux/s390x")));
        assertThat(read("1", null).config().platform()).hasToString("linux/s390x");
    }

    @Test
    void missingPlatformNamesTheOthers() {
        push("1", ImageBuilder.multiPlatformLayoutOf("", image("a").platform("linux/s390x"),
                image("b").platform("windows/arm64")));
        for (Platform platform : new Platform[] { null, Platform.parse("linux/riscv64") }) {
            assertThatExceptionOfType(NoSuchImageException.class).isThrownBy(() -> read("1", platform))
                    .satisfies(ex -> assertThat(ex.choices()).containsExactly("linux/s390x", "windows/arm64"));
        }
        assertThat(this.server.requests()).hasSize(2);
    }

    @Test
    void provenanceIsRead() {
        push("1", image("1").attestedLayout("https://slsa.dev/provenance/v1", digest -> """
                {"predicateType": "https://slsa.dev/provenance/v1", "subject": [{"digest": {"sha256": "%s"}}],
                 "predicate": {}}""".formatted(digest.hex())));
        assertThat(read("1", null).provenance()).isNotNull();
    }

    @Test
    void missingProvenanceIsARemark() {
        push("1", image("1").attestedLayout("https://slsa.dev/provenance/v1", digest -> "{}"));
        this.contents.values().removeIf(content -> new String(content, 0, 2).equals("{}"));
        assertThat(read("1", null).remarks()).singleElement().asString().contains("provenance", "404");
    }

    @Test
    void layerThatTwoImagesShareIsPulledOnce() {
        ImageBuilder first = image("1");
        push("1", first.ociLayout());
        push("2", image("1").layer(layer -> layer.file("new", "x")).ociLayout());
        Inspector inspector = new Inspector(Limits.DEFAULTS, new LayerCache(1 << 30));
        Inspection one = inspector.inspect(argument("1").open(null, Limits.DEFAULTS));
        Inspection two = inspector.inspect(argument("2").open(null, Limits.DEFAULTS));
        assertThat(two.image().layers()).hasSize(3)
                .startsWith(one.image().layers().toArray(new Layer[0]));
        for (Digest layer : first.ociLayerDigests()) {
            assertThat(this.server.requests()).extracting(Request::path).containsOnlyOnce(BLOBS + layer);
        }
    }

    /** Two tags, and another repository with the same layers. All inspections start at once. */
    @Test
    void layersThatInspectionsNeedAtTheSameTimeArePulledOnce() throws Exception {
        ImageBuilder first = image("1");
        push("1", first.ociLayout());
        push("2", image("1").layer(layer -> layer.file("new", "x")).ociLayout());
        Inspector inspector = new Inspector(Limits.DEFAULTS, new LayerCache(1 << 30));
        Registries registries = Registries.ofThisUser();
        try (ExecutorService executor = Executors.newFixedThreadPool(6)) {
            List<Future<Inspection>> inspections = Stream.of("team/app:1", "team/app:2", "team/app:1", "other/app:1",
                    "other/app:2", "team/app:2")
                    .map(name -> RegistryArgument.parse(this.server.host() + "/" + name, registries))
                    .map(argument -> executor.submit(() -> inspector.inspect(argument.open(null, Limits.DEFAULTS))))
                    .toList();
            for (Future<Inspection> inspection : inspections) {
                inspection.get();
            }
        }
        for (Digest layer : first.ociLayerDigests()) {
            assertThat(this.server.requests()).extracting(Request::path)
                    .filteredOn(path -> path.endsWith(layer.toString()))
                    .hasSize(1);
        }
    }

    /** Anybody can push a manifest, but only a registry that has the layer provides its bytes. */
    @Test
    void manifestThatOnlyStatesLayersOfAnUploadGetsNothingOfAnotherClient() {
        ImageBuilder image = image("1");
        Inspector inspector = new Inspector(Limits.DEFAULTS, LayerCache.ofSeveralClients(1 << 30, PATIENCE));
        upload(inspector, image);
        push("1", image.ociLayout());
        image.ociLayerDigests().forEach(digest -> this.contents.remove(digest.toString()));
        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> inspector.inspect(argument("1").open(null, Limits.DEFAULTS)));
    }

    @Test
    void layersOfAnUploadArePulledOnceBeforeRegistriesReuseThem() {
        ImageBuilder image = image("1");
        LayerCache cache = LayerCache.ofSeveralClients(1 << 30, PATIENCE);
        Inspector inspector = new Inspector(Limits.DEFAULTS, cache);
        upload(inspector, image);
        push("1", image.ociLayout());
        for (int i = 0; i < 2; i++) {
            inspector.inspect(argument("1").open(null, Limits.DEFAULTS));
        }
        upload(inspector, image);
        int layers = image.ociLayerDigests().size();
        for (Digest layer : image.ociLayerDigests()) {
            assertThat(this.server.requests()).extracting(Request::path).containsOnlyOnce(BLOBS + layer);
        }
        assertThat(cache.read()).isEqualTo(2L * layers);
        assertThat(cache.found()).isEqualTo(2L * layers);
    }

    private static void upload(Inspector inspector, ImageBuilder image) {
        inspector.inspect(ArchiveSources.stream("app.tar", new ByteArrayInputStream(image.asOciArchive()),
                ImageSelection.ONLY, Limits.DEFAULTS));
    }

    @Test
    void laterCommandPullsOnlyTheNewLayer(@TempDir Path folder) {
        ImageBuilder first = image("1");
        ImageBuilder second = image("1").layer(layer -> layer.file("new", "x"));
        push("1.4", first.ociLayout());
        push("1.5", second.ociLayout());
        command(folder, "1.4");
        int before = this.server.requests().size();
        command(folder, "1.4", "1.5");
        assertThat(blobsSince(before)).containsExactlyInAnyOrder(digest(first.configDocument()),
                digest(second.configDocument()), second.ociLayerDigests().getLast().toString());
    }

    @Test
    void laterCommandOnKnownImagesRequestsOnlyManifestsAndConfigs(@TempDir Path folder) {
        ImageBuilder first = image("1");
        ImageBuilder second = image("1").layer(layer -> layer.file("new", "x"));
        push("1.4", first.ociLayout());
        push("1.5", second.ociLayout());
        List<Inspection> fresh = command(folder, "1.4", "1.5");
        int before = this.server.requests().size();
        List<Inspection> known = command(folder, "1.4", "1.5");
        assertThat(this.server.requests()
                .stream()
                .skip(before)
                .map(Request::path)
                .filter(path -> !isForReferrers(path))).containsExactlyInAnyOrder(
                        MANIFESTS + "1.4", MANIFESTS + "1.5", BLOBS + digest(first.configDocument()),
                        BLOBS + digest(second.configDocument()));
        assertThat(known).usingRecursiveComparison().isEqualTo(fresh);
    }

    /** A command reads images with an empty memory, and with the files of earlier commands. */
    private List<Inspection> command(Path folder, String... versions) {
        LayerCache layers = new LayerCache(1 << 30,
                LayerFolder.open(folder, 1 << 30).layers("a version", Limits.DEFAULTS));
        Inspector inspector = new Inspector(Limits.DEFAULTS, layers);
        return Stream.of(versions)
                .map(version -> inspector.inspect(argument(version).open(null, Limits.DEFAULTS)))
                .toList();
    }

    private Stream<String> blobsSince(int before) {
        return this.server.requests()
                .stream()
                .skip(before)
                .map(Request::path)
                .filter(path -> path.startsWith(BLOBS))
                .map(path -> path.substring(BLOBS.length()));
    }

    @Test
    void layerWithAnotherDigestIsRejected() {
        ImageBuilder image = image("1");
        push("1", image.ociLayout());
        byte[] layer = this.contents.get(image.ociLayerDigests().getFirst().toString());
        layer[layer.length - 1] ^= 1;
        assertThatExceptionOfType(InvalidImageException.class).isThrownBy(() -> read("1", null));
    }

    @Test
    void configWithAnotherDigestIsRejected() {
        ImageBuilder image = image("1");
        push("1", image.ociLayout());
        String digest = digest(image.configDocument());
        this.contents.get(digest)[1] ^= 1;
        assertThatExceptionOfType(MismatchException.class).isThrownBy(() -> read("1", null))
                .satisfies(ex -> assertThat(ex.expected()).isEqualTo(digest));
    }

    @Test
    void missingLayerNamesRegistryAndDigest() {
        ImageBuilder image = image("1");
        push("1", image.ociLayout());
        String digest = image.ociLayerDigests().getFirst().toString();
        this.contents.remove(digest);
        assertThatExceptionOfType(RegistryException.class).isThrownBy(() -> read("1", null))
                .withMessageContainingAll(this.server.host(), "team/app", digest, "404");
    }

    @Test
    void manifestThatIsNotJsonIsRejected() {
        this.contents.put("1", "{\"schemaVersion\":2,\"config\":".getBytes());
        assertThatExceptionOfType(InvalidDocumentException.class).isThrownBy(() -> read("1", null));
    }

    @Test
    void manifestOfAnotherKindIsRejected() {
        this.contents.put("1", "{\"schemaVersion\":1,\"fsLayers\":[]}".getBytes());
        assertThatExceptionOfType(UnsupportedImageException.class).isThrownBy(() -> read("1", null));
    }

    @Test
    void configThatIsTooLargeIsNotRequested() {
        push("1", image("1").ociLayout());
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> argument("1").open(null, Limits.DEFAULTS.with(Limit.DOCUMENT_SIZE, 10))
                        .read((layer, tar, budget) -> true, new ImageBudget(Limits.DEFAULTS)));
        assertThat(this.server.requests()).hasSize(1);
    }

    @Test
    void indexWithManyManifestsWithoutPlatformIsRejected() {
        String manifests = String.join(",", IntStream.range(0, 2_000).mapToObj(i -> {
            byte[] manifest = "{\"manifests\":[],\"x\":%d}".formatted(i).getBytes();
            this.contents.put(digest(manifest), manifest);
            return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d}".formatted(MediaType.OCI_INDEX,
                    digest(manifest), manifest.length);
        }).toList());
        this.contents.put("1", ("{\"manifests\":[" + manifests + "]}").getBytes());
        assertThatExceptionOfType(InvalidImageException.class).isThrownBy(() -> read("1", null));
        assertThat(this.server.requests()).hasSizeLessThan(300);
    }

    @Test
    void largeConfigsThatAreReadOnlyForTheirPlatformAreRejected() {
        String manifests = String.join(",", IntStream.range(0, 120).mapToObj(i -> {
            byte[] config = ("{\"architecture\":\"a" + i + "\",\"os\":\"linux\","
                    + "\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[]}}" + " ".repeat(100_000)).getBytes();
            this.contents.put(digest(config), config);
            byte[] manifest = ("{\"schemaVersion\":2,\"config\":{\"mediaType\":\"" + MediaType.OCI_CONFIG
                    + "\",\"digest\":\"" + digest(config) + "\",\"size\":" + config.length + "},\"layers\":[]}")
                    .getBytes();
            this.contents.put(digest(manifest), manifest);
            return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d}".formatted(MediaType.OCI_MANIFEST,
                    digest(manifest), manifest.length);
        }).toList());
        this.contents.put("1", ("{\"manifests\":[" + manifests + "]}").getBytes());
        Limits limits = Limits.DEFAULTS.with(Limit.DOCUMENT_SIZE, 200_000);
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> argument("1").open(null, limits)
                        .read((layer, tar, budget) -> true, new ImageBudget(limits)))
                .satisfies(ex -> assertThat(ex.limit()).isEqualTo("registry-documents-size"));
        assertThat(this.server.requests()).filteredOn(request -> request.path().startsWith(BLOBS))
                .hasSizeLessThan(9);
    }

    @Test
    void everyDocumentIsReportedToTheUserOfTheRegistry() {
        ImageBuilder image = image("1");
        push("1", ImageBuilder.multiPlatformLayoutOf("", image));
        AtomicLong parsed = new AtomicLong();
        ScopedValue.where(RegistryUser.CURRENT, new RegistryUser() {
            @Override
            public String client() {
                return "a";
            }

            @Override
            public void parses(long bytes) {
                parsed.addAndGet(bytes);
            }
        }).run(() -> read("1", null));
        Set<String> layers = image.ociLayerDigests().stream().map(Digest::toString).collect(Collectors.toSet());
        assertThat(parsed).hasValue(this.contents.entrySet()
                .stream()
                .filter(content -> content.getKey().startsWith("sha256:") && !layers.contains(content.getKey()))
                .mapToLong(content -> content.getValue().length)
                .sum());
    }

    /** Its layers would stay in memory although the manifest is rejected. */
    @Test
    void manifestWithAnotherSizeThanStatedIsNotKept() throws IOException {
        byte[] manifest = ("{\"schemaVersion\":2,\"config\":{\"digest\":\"sha256:" + "1".repeat(64)
                + "\",\"size\":1},\"layers\":[]}").getBytes();
        this.contents.put(digest(manifest), manifest);
        this.contents.put("1", "{\"manifests\":[{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":1}]}"
                .formatted(MediaType.OCI_MANIFEST, digest(manifest))
                .getBytes());
        try (Blobs blobs = blobs("1")) {
            String path = "blobs/sha256/" + Digest.sha256Of(manifest).hex();
            assertThat(blobs.document(path)).isEqualTo(manifest);
            assertThat(blobs.has("blobs/sha256/" + "1".repeat(64))).isFalse();
        }
    }

    @Test
    void documentsAreForgottenWhenTheImageIsPlanned() throws IOException {
        ImageBuilder image = image("1");
        push("1", image.ociLayout());
        String manifest = "blobs/sha256/" + Digest.sha256Of(this.contents.get("1")).hex();
        String layer = "blobs/sha256/" + image.ociLayerDigests().getFirst().hex();
        try (Blobs blobs = blobs("1")) {
            assertThat(blobs.document(manifest)).isNotEmpty();
            blobs.planned();
            assertThat(blobs.has(manifest)).isFalse();
            assertThatExceptionOfType(MissingEntryException.class).isThrownBy(() -> blobs.document(manifest));
            assertThat(blobs.open(layer).readAllBytes()).hasSize((int) blobs.size(layer));
        }
    }

    private Blobs blobs(String tag) {
        ImageReference reference = ImageReference.parse(this.server.host() + "/team/app:" + tag);
        Traffic traffic = new Traffic();
        return RegistryBlobs.open("app", reference, KnownDocuments.NONE, Registries.ofThisUser()
                .client(reference,
                        Deadline.of(Limits.DEFAULTS), traffic),
                traffic, null, Limits.DEFAULTS, RegistryBlobs.Extent.WHOLE);
    }

    @Test
    void sha512DigestIsRejected() {
        assertThatExceptionOfType(UnsupportedImageException.class)
                .isThrownBy(() -> read("@sha512:" + "ab".repeat(64), null));
        assertThat(this.server.requests()).isEmpty();
    }

    private static ImageBuilder image(String content) {
        return ImageBuilder.anImage("")
                .layer(layer -> layer.file("etc/base", "base"))
                .layer(layer -> layer.file("app", content));
    }

    /** Stores the blobs of a layout, and its root under a tag. */
    private void push(String tag, ArchiveBuilder layout) {
        layout.files().forEach((path, content) -> {
            if (path.startsWith("blobs/")) {
                this.contents.put(digest(content), content);
            } else if (path.equals("index.json")) {
                this.contents.put(tag, layout.files()
                        .get("blobs/sha256/" + ImageIndex.parse(path, content).manifests().getFirst().digest().hex()));
            }
        });
    }

    private Image read(String version, @Nullable Platform platform) {
        return argument(version).open(platform, Limits.DEFAULTS)
                .read((layer, tar, budget) -> true, new ImageBudget(Limits.DEFAULTS))
                .image();
    }

    private RegistryArgument argument(String version) {
        return RegistryArgument.parse("registry://" + this.server.host() + "/team/app"
                + (version.startsWith("@") ? version : ":" + version), Registries.ofThisUser());
    }

    private static boolean isForReferrers(String path) {
        return path.contains("/referrers/") || path.startsWith(MANIFESTS + "sha256-");
    }

    private void answer(Request request, OutputStream out) throws IOException {
        boolean isManifest = request.path().contains("/manifests/");
        String version = request.path().substring(request.path().lastIndexOf('/') + 1);
        byte[] content = this.contents.get(version);
        if (content == null || isManifest == isBlob(content)) {
            RawServer.answer(out, 404, "{\"errors\":[{\"code\":\"UNKNOWN\"}]}");
        } else {
            RawServer.answer(out, 200, content, "Content-Type: " + type(content));
        }
    }

    /** A registry has manifests and blobs at different addresses. */
    private static boolean isBlob(byte[] content) {
        try {
            return DocumentKind.of("x", content) == DocumentKind.OTHER
                    && !new String(content).startsWith("{\"schemaVersion\"");
        } catch (InvalidDocumentException ex) {
            return !new String(content).startsWith("{\"schemaVersion\"");
        }
    }

    private static MediaType type(byte[] content) {
        try {
            return DocumentKind.of("x", content) == DocumentKind.INDEX ? MediaType.OCI_INDEX : MediaType.OCI_MANIFEST;
        } catch (InvalidDocumentException ex) {
            return MediaType.OCI_MANIFEST;
        }
    }

    private static String digest(byte[] content) {
        return Digest.sha256Of(content).toString();
    }
}
