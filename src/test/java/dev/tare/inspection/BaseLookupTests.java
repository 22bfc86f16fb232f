package dev.tare.inspection;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tare.fixture.ArchiveBuilder;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.MemoryRegistry;
import dev.tare.fixture.RawServer;
import dev.tare.fixture.RawServer.Request;
import dev.tare.image.Descriptor;
import dev.tare.image.Digest;
import dev.tare.image.ImageIndex;
import dev.tare.image.InvalidValueException;
import dev.tare.image.MediaType;
import dev.tare.image.Platform;
import dev.tare.inspection.base.BaseBoundary;
import dev.tare.inspection.base.BaseGrade;
import dev.tare.inspection.base.BaseImage;
import dev.tare.limits.ImageBudget;
import dev.tare.limits.Limit;
import dev.tare.limits.Limits;
import dev.tare.limits.RequestBudget;
import dev.tare.network.NetworkPolicy;
import dev.tare.registry.Registries;
import dev.tare.registry.RegistriesSettings;
import dev.tare.source.ImageSource;
import dev.tare.source.archive.ArchiveSources;
import dev.tare.source.format.ImageSelection;
import dev.tare.source.registry.RegistryArgument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Verifies the base image that an image in a registry names. */
@Timeout(60)
class BaseLookupTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String BASES = "/v2/team/base/";

    private final MemoryRegistry registry = new MemoryRegistry();

    @AfterEach
    void stop() {
        this.registry.close();
    }

    @ParameterizedTest
    @MethodSource("records")
    void namedBaseIsVerifiedByItsManifestAndConfig(UnaryOperator<ImageBuilder> record) {
        String base = this.registry.push("team/base", "1", layers(2));
        BaseImage found = inspect(record.apply(naming(base, layers(2).ociManifestDigest().toString()))).base();
        assertThat(found.grade()).isEqualTo(BaseGrade.VERIFIED);
        assertThat(found.boundary()).isEqualTo(new BaseBoundary.Known(2));
        assertThat(found.reference()).isEqualTo(new BaseImage.Reference(base, layers(2).ociManifestDigest()));
        assertThat(requests()).containsExactly(BASES + "manifests/" + layers(2).ociManifestDigest(),
                BASES + "blobs/" + Digest.sha256Of(layers(2).configDocument()));
    }

    /** The layers above the base image, and a command of the base image. */
    static Stream<UnaryOperator<ImageBuilder>> records() {
        return Stream.of(image -> image,
                image -> image.history("ADD a")
                        .history("RUN b")
                        .history(Map.of("created_by", "COPY app", "comment", "FROM other:1")));
    }

    @Test
    void indexOfTheBaseLeadsToThePlatformOfTheImage() {
        ArchiveBuilder platforms = ImageBuilder.multiPlatformLayoutOf("", layers(1).platform("linux/s390x"),
                layers(2).platform("linux/arm64"));
        String base = this.registry.push("team/base", "1", platforms);
        Inspection inspection = inspect(naming(base, this.registry.digest("team/base", "1")).platform("linux/arm64"));
        assertThat(inspection.base().boundary()).isEqualTo(new BaseBoundary.Known(2));
        assertThat(requests()).hasSize(3);
    }

    @Test
    void attestationsOfTheBaseAreNotRequested() {
        String base = this.registry.push("team/base", "1",
                layers(2).attestedLayout("https://slsa.dev/provenance/v1", _ -> "{}"));
        assertThat(inspect(naming(base, this.registry.digest("team/base", "1"))).base().grade())
                .isEqualTo(BaseGrade.VERIFIED);
        assertThat(requests()).hasSize(3);
    }

    @Test
    void tagIsReadIfNoDigestIsStated() {
        String base = this.registry.push("team/base", "1", layers(2));
        assertThat(inspect(layers(3).annotation(Descriptor.BASE_NAME, base)).base().grade())
                .isEqualTo(BaseGrade.VERIFIED);
        this.registry.push("team/base", "1", layers(1).layer(layer -> layer.file("new", "x")));
        BaseImage moved = inspect(layers(3).annotation(Descriptor.BASE_NAME, base)).base();
        assertThat(moved.grade()).isEqualTo(BaseGrade.UNKNOWN);
        assertThat(moved.evidence()).contains("tag may have moved");
    }

    @Test
    void annotationOfTheIndexCounts() {
        String base = this.registry.push("team/base", "1", layers(2));
        ArchiveBuilder layout = ImageBuilder.multiPlatformLayoutOf("", layers(3));
        String digest = layers(2).ociManifestDigest().toString();
        String index = this.registry.push("team/app", "1",
                withIndex(layout, document -> document.set("annotations", JSON.valueToTree(
                        Map.of(Descriptor.BASE_NAME, base, Descriptor.BASE_DIGEST, digest)))));
        Inspection inspection = inspector().inspect(source(index));
        assertThat(inspection.base().grade()).isEqualTo(BaseGrade.VERIFIED);
        assertThat(inspection.image().annotations()).containsEntry(Descriptor.BASE_DIGEST, digest);
    }

    /** The name counts from the first place that has one, and the digest of another place completes it. */
    @Test
    void digestInTheManifestCompletesANameInTheIndexOrALabel() {
        String base = this.registry.push("team/base", "1", layers(2));
        String digest = layers(2).ociManifestDigest().toString();
        this.registry.push("team/base", "1", layers(1).layer(layer -> layer.file("new", "x")));
        ImageBuilder image = layers(3).annotation(Descriptor.BASE_DIGEST, digest);
        String index = this.registry.push("team/app", "1",
                withIndex(ImageBuilder.multiPlatformLayoutOf("", image), document -> document.set("annotations",
                        JSON.valueToTree(Map.of(Descriptor.BASE_NAME, base)))));
        assertThat(inspector().inspect(source(index)).base().grade()).isEqualTo(BaseGrade.VERIFIED);
        assertThat(inspect(image.config(c -> c.label(Descriptor.BASE_NAME, base))).base().grade())
                .isEqualTo(BaseGrade.VERIFIED);
    }

    @Test
    void outerBlanksOfTheNameDoNotCount() {
        String base = this.registry.push("team/base", "1", layers(2));
        BaseImage found = inspect(naming(" " + base + "\n", layers(2).ociManifestDigest() + " ")).base();
        assertThat(found.grade()).isEqualTo(BaseGrade.VERIFIED);
    }

    @Test
    void labelThatMayBeInheritedIsALowerBoundBelowAnotherTrace() {
        String base = this.registry.push("team/base", "1", layers(1));
        ImageBuilder image = layers(3).config(c -> c.label(Descriptor.BASE_NAME, base));
        assertThat(inspect(image).base().grade()).isEqualTo(BaseGrade.VERIFIED);
        BaseImage inherited = inspect(image.history("ADD a")
                .history("RUN b")
                .emptyHistory("CMD [\"sh\"]")
                .history("COPY c")).base();
        assertThat(inherited.grade()).isEqualTo(BaseGrade.LIKELY);
        assertThat(inherited.leastLayers()).isEqualTo(1);
    }

    @Test
    void provenanceWithoutLayersNamesABaseToo() {
        String base = this.registry.push("team/base", "1", layers(2));
        String digest = layers(2).ociManifestDigest().hex();
        ArchiveBuilder layout = layers(3).attestedLayout("https://slsa.dev/provenance/v1", subject -> """
                {"predicateType": "https://slsa.dev/provenance/v1", "subject": [{"digest": {"sha256": "%s"}}],
                 "predicate": {"buildDefinition": {"resolvedDependencies": [
                  {"uri": "pkg:docker/%s", "digest": {"sha256": "%s"}}]}}}"""
                .formatted(subject.hex(), base.replace(":1", "@1"), digest));
        BaseImage found = inspector().inspect(source(this.registry.push("team/app", "1", layout))).base();
        assertThat(found.grade()).isEqualTo(BaseGrade.VERIFIED);
        assertThat(found.boundary()).isEqualTo(new BaseBoundary.Known(2));
    }

    @Test
    void baseWithOtherLayersVerifiesNothing() {
        ImageBuilder other = ImageBuilder.anImage("").layer(layer -> layer.file("other", "x"));
        String base = this.registry.push("team/base", "1", other);
        BaseImage found = inspect(naming(base, other.ociManifestDigest().toString())).base();
        assertThat(found.grade()).isEqualTo(BaseGrade.UNKNOWN);
        assertThat(found.evidence()).contains("does not begin with the layers of " + base);
    }

    @Test
    void baseThatTheRegistryDoesNotHaveIsEvidence() {
        BaseImage found = inspect(naming(this.registry.host() + "/team/base:1", "sha256:" + "a".repeat(64))).base();
        assertThat(found.grade()).isEqualTo(BaseGrade.UNKNOWN);
        assertThat(found.evidence()).contains("team/base:1 is not verified", "HTTP status 404");
        assertThat(requests()).hasSize(1);
    }

    @Test
    void nameOfARepositoryIsNotTakenForThatOfASecret() {
        BaseImage found = inspect(naming(this.registry.host() + "/secret:1", "sha256:" + "a".repeat(64))).base();
        assertThat(found.evidence()).contains("repository secret: it answers").doesNotContain("(hidden)");
    }

    /** The time of the image is short, so that of its base is over at once. */
    @Test
    void registryThatDoesNotAnswerIsEvidence() {
        ImageSource source = RegistryArgument.parse(push(naming("127.0.0.1:1/team/base:1", "sha256:" + "a".repeat(64))),
                Registries.ofThisUser()).open(null, Limits.DEFAULTS.with(Limit.TIME, 3_000));
        BaseImage found = new Inspector(Limits.DEFAULTS.with(Limit.TIME, 3_000)).inspect(source).base();
        assertThat(found.grade()).isEqualTo(BaseGrade.UNKNOWN);
        assertThat(found.evidence()).contains("127.0.0.1:1/team/base:1 is not verified");
    }

    @Test
    void imagesOfOneRequestAskOnceForTheirBase() {
        String base = this.registry.push("team/base", "1", layers(2));
        String image = push(layers(3).annotation(Descriptor.BASE_NAME, base));
        RequestBudget request = new RequestBudget();
        assertThat(inspector().inspect(source(image), request).base().grade()).isEqualTo(BaseGrade.VERIFIED);
        assertThat(inspector().inspect(source(image), request.beside()).base().grade()).isEqualTo(BaseGrade.VERIFIED);
        assertThat(requests()).hasSize(2);
    }

    @Test
    void imagesOfOneRequestShareAFailure() {
        String image = push(naming(this.registry.host() + "/team/base:1", "sha256:" + "a".repeat(64)));
        RequestBudget request = new RequestBudget();
        for (int i = 0; i < 2; i++) {
            assertThat(inspector().inspect(source(image), request).base().evidence()).contains("HTTP status 404");
        }
        assertThat(requests()).hasSize(1);
    }

    @Test
    void platformsOfOneRequestShareTheIndexOfTheirBase() {
        String base = this.registry.push("team/base", "1", ImageBuilder.multiPlatformLayoutOf("",
                layers(1).platform("linux/s390x"), layers(2).platform("linux/arm64")));
        RequestBudget request = new RequestBudget();
        for (String platform : List.of("linux/s390x", "linux/arm64")) {
            String image = push(layers(3).annotation(Descriptor.BASE_NAME, base).platform(platform));
            assertThat(inspector().inspect(source(image), request).base().grade()).isEqualTo(BaseGrade.VERIFIED);
        }
        assertThat(requests()).hasSize(1 + 2 * 2);
    }

    /** The time of the image is short, so that of its base is over soon. */
    @Test
    void registryThatDoesNotAnswerIsAskedOnceInARequest() {
        CompletableFuture<Void> end = new CompletableFuture<>();
        try (RawServer silent = RawServer.start((_, _) -> end.join())) {
            Limits limits = Limits.DEFAULTS.with(Limit.TIME, 3_000);
            RequestBudget request = new RequestBudget();
            for (String base : List.of("one:1", "one:1", "two:1")) {
                String image = push(layers(3).annotation(Descriptor.BASE_NAME, silent.host() + "/team/" + base));
                assertThat(new Inspector(limits).inspect(source(image), request).base().evidence())
                        .contains("does not answer in time");
            }
            assertThat(silent.requests()).hasSize(1);
            end.complete(null);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "../../etc/passwd", "/etc/passwd", "docker://app", "archive:/x.tar", "oci:./x", "-", "a b",
            "https://u:p@r.example.com/x", "\u001b[31mred", "scratch", " ", "file.tar#x" })
    void hostileNameIsRequestedNowhere(String name) {
        BaseImage found = inspect(naming(name, "sha256:" + "a".repeat(64))).base();
        assertThat(found.grade()).isEqualTo(BaseGrade.UNKNOWN);
        assertThat(this.registry.requests()).extracting(Request::path)
                .allMatch(path -> path.startsWith("/v2/team/app/"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "sha512:" + "abababababababababababababababababababababababababababababababab"
            + "abababababababababababababababababababababababababababababababab", "md5:1", "latest", "sha256:" })
    void digestThatIsNotSha256IsRequestedNowhere(String digest) {
        String base = this.registry.push("team/base", "1", layers(2));
        BaseImage found = inspect(naming(base, digest)).base();
        assertThat(found.grade()).isEqualTo(BaseGrade.UNKNOWN);
        assertThat(found.evidence()).contains("not verified");
        assertThat(requests()).isEmpty();
    }

    @Test
    void longNameIsCut() {
        BaseImage found = inspect(naming("r.example.com/" + "a".repeat(100_000), "sha256:" + "a".repeat(64))).base();
        assertThat(found.evidence()).hasSizeLessThan(4_000);
    }

    @Test
    void indexOfManyManifestsIsRequestedInPart() {
        ArchiveBuilder layout = ImageBuilder.multiPlatformLayoutOf("", layers(2));
        List<Map<String, Object>> entries = IntStream.range(0, 2_000).mapToObj(i -> {
            byte[] manifest = "{\"manifests\":[],\"x\":%d}".formatted(i).getBytes();
            layout.file("blobs/sha256/" + Digest.sha256Of(manifest).hex(), manifest);
            return Map.<String, Object>of("mediaType", "application/vnd.oci.image.index.v1+json", "digest",
                    Digest.sha256Of(manifest).toString(), "size", manifest.length);
        }).toList();
        String base = this.registry.push("team/base", "1",
                withIndex(layout, document -> document.set("manifests", JSON.valueToTree(entries))));
        BaseImage found = inspect(naming(base, this.registry.digest("team/base", "1"))).base();
        assertThat(found.grade()).isEqualTo(BaseGrade.UNKNOWN);
        assertThat(requests()).hasSizeLessThan(20);
    }

    @Test
    void imageFromElsewhereSendsNoRequestToThisMachine() {
        ImageSource source = RegistryArgument.parse("registry.example.com/team/app:1", Registries.ofThisUser())
                .open(null, Limits.DEFAULTS);
        String local = this.registry.push("team/base", "1", layers(2));
        for (String base : List.of(local, "localhost/team/base", "[::1]:5000/team/base", "127.1.2.3/x")) {
            assertThatExceptionOfType(InvalidValueException.class)
                    .isThrownBy(() -> source.baseOf(base, Platform.ofThisMachine(), new RequestBudget(),
                            new ImageBudget(Limits.DEFAULTS).deadline()));
        }
        assertThat(this.registry.requests()).isEmpty();
    }

    @Test
    void baseThatTheServiceMayNotReadIsEvidence() {
        List<String> own = List.of(this.registry.host());
        try (Registries service = Registries.ofService(RegistriesSettings.NONE,
                NetworkPolicy.of(own, List.of(), own, _ -> {
                }), _ -> {
                })) {
            String image = push(naming("10.1.2.3:5000/team/base:1", "sha256:" + "a".repeat(64)));
            BaseImage found = inspector().inspect(RegistryArgument.parse(image, service).open(null, Limits.DEFAULTS))
                    .base();
            assertThat(found.grade()).isEqualTo(BaseGrade.UNKNOWN);
            assertThat(found.evidence()).contains("10.1.2.3:5000/team/base:1 is not verified", "may not connect");
        }
    }

    @Test
    void archiveAsksNoRegistry() {
        String base = this.registry.push("team/base", "1", layers(2));
        byte[] archive = naming(base, layers(2).ociManifestDigest().toString()).asOciArchive();
        BaseImage found = inspector().inspect(ArchiveSources.stream("app.tar", new ByteArrayInputStream(archive),
                ImageSelection.ONLY, Limits.DEFAULTS)).base();
        assertThat(found.evidence()).contains("names " + base);
        assertThat(this.registry.requests()).isEmpty();
    }

    @Test
    void lookupCanBeSwitchedOff() {
        String base = this.registry.push("team/base", "1", layers(2));
        String image = push(naming(base, layers(2).ociManifestDigest().toString()));
        assertThat(inspector().withoutBaseLookup().inspect(source(image)).base().grade()).isEqualTo(BaseGrade.UNKNOWN);
        assertThat(requests()).isEmpty();
    }

    /** The layout with another index of the platforms. */
    private static ArchiveBuilder withIndex(ArchiveBuilder layout, Consumer<ObjectNode> change) {
        String digest = ImageIndex.parse("", layout.files().get("index.json")).manifests().getFirst().digest().hex();
        ObjectNode index = (ObjectNode) JSON.readTree(layout.files().get("blobs/sha256/" + digest));
        change.accept(index);
        byte[] changed = JSON.writeValueAsBytes(index);
        return layout.file("blobs/sha256/" + Digest.sha256Of(changed).hex(), changed)
                .json("index.json", Map.of("schemaVersion", 2, "manifests",
                        List.of(ArchiveBuilder.descriptor(MediaType.OCI_INDEX.value(), changed))));
    }

    private static ImageBuilder naming(String name, String digest) {
        return layers(3).annotation(Descriptor.BASE_NAME, name).annotation(Descriptor.BASE_DIGEST, digest);
    }

    private static ImageBuilder layers(int count) {
        ImageBuilder image = ImageBuilder.anImage("");
        IntStream.range(0, count).forEach(i -> image.layer(layer -> layer.file("file" + i, "x")));
        return image;
    }

    private Inspection inspect(ImageBuilder image) {
        return inspector().inspect(source(push(image)));
    }

    private String push(ImageBuilder image) {
        return this.registry.push("team/app", "1", image);
    }

    private static Inspector inspector() {
        return new Inspector(Limits.DEFAULTS).withoutSignatureSearch();
    }

    private static ImageSource source(String name) {
        return RegistryArgument.parse(name, Registries.ofThisUser()).open(null, Limits.DEFAULTS);
    }

    /** The paths of the requests for base images. */
    private Stream<String> requests() {
        return this.registry.requests().stream().map(Request::path).filter(path -> path.startsWith(BASES));
    }
}
