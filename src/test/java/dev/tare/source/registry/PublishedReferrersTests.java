package dev.tare.source.registry;

import java.util.List;

import dev.tare.fixture.Artifacts;
import dev.tare.fixture.ImageBuilder;
import dev.tare.fixture.MemoryRegistry;
import dev.tare.fixture.RawServer;
import dev.tare.fixture.RawServer.Request;
import dev.tare.image.Digest;
import dev.tare.image.ImageIndex;
import dev.tare.image.Platform;
import dev.tare.inspection.Inspection;
import dev.tare.inspection.Inspector;
import dev.tare.limits.Deadline;
import dev.tare.limits.Limits;
import dev.tare.referrer.Referrer;
import dev.tare.referrer.Referrer.Place;
import dev.tare.referrer.Referrer.Subject;
import dev.tare.referrer.ReferrerKind;
import dev.tare.referrer.Referrers;
import dev.tare.registry.Registries;
import dev.tare.registry.Traffic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@Timeout(60)
class PublishedReferrersTests {

    private static final String NOTATION = "application/vnd.cncf.notary.signature";

    private static final String BUNDLE = "application/vnd.dev.sigstore.bundle.v0.3+json";

    private static final String SIGNED =
            "\"dev.sigstore.bundle.predicateType\": \"https://sigstore.dev/cosign/sign/v1\"";

    private static final String SIMPLE = "application/vnd.dev.cosign.simplesigning.v1+json";

    private static final String DSSE = "application/vnd.dsse.envelope.v1+json";

    private final MemoryRegistry registry = new MemoryRegistry();

    private final Digest manifest = manifest(image("1").ociLayout().files().get("index.json"));

    @BeforeEach
    void push() {
        this.registry.push("app", "1", image("1"));
    }

    @AfterEach
    void stop() {
        this.registry.close();
    }

    @Test
    void referrersOfTheApiHaveTheirKindTypeAndContent() {
        answer(listed(NOTATION, ""), listed(BUNDLE, SIGNED), listed(BUNDLE, ""), listed("application/spdx+json", ""),
                listed("application/vnd.example", ""));
        Referrers found = search().referrers();
        assertThat(found.incompleteBecause()).isNull();
        assertThat(found.list()).extracting(Referrer::kind, Referrer::type, Referrer::place, Referrer::subject)
                .containsExactly(tuple(ReferrerKind.SIGNATURE, NOTATION, Place.API, Subject.MANIFEST),
                        tuple(ReferrerKind.SIGNATURE, BUNDLE, Place.API, Subject.MANIFEST),
                        tuple(ReferrerKind.BUNDLE, BUNDLE, Place.API, Subject.MANIFEST),
                        tuple(ReferrerKind.SBOM, "application/spdx+json", Place.API, Subject.MANIFEST),
                        tuple(ReferrerKind.OTHER, "application/vnd.example", Place.API, Subject.MANIFEST));
        assertThat(found.list()).allSatisfy(one -> assertThat(one.contents()).hasSize(1));
        assertThat(found.list().getFirst().contentSize()).isEqualTo(("the content of " + NOTATION).length());
    }

    /** Cosign leaves out the annotations in the index under the referrers tag. */
    @Test
    void bundleWithoutAnnotationsInTheIndexHasTheKindOfItsManifest() {
        String artifact = Artifacts.manifest(BUNDLE, this.manifest, SIGNED, BUNDLE, "x");
        this.registry.push(artifact);
        this.registry.push("app", tag(this.manifest), Artifacts.index(Artifacts.listed(artifact, BUNDLE, "")));
        assertThat(search().referrers().list()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(ReferrerKind.SIGNATURE);
            assertThat(one.predicateType()).isEqualTo("https://sigstore.dev/cosign/sign/v1");
            assertThat(one.place()).isEqualTo(Place.TAG);
        });
    }

    @Test
    void artifactAboutAnotherImageDoesNotCount() {
        String other = Artifacts.manifest(NOTATION, Digest.sha256Of(new byte[1]), "", NOTATION, "x");
        this.registry.push(other);
        answer(Artifacts.listed(other, NOTATION, ""));
        Referrers found = search().referrers();
        assertThat(found.list()).singleElement().matches(Referrer::otherSubject);
        assertThat(found.of(ReferrerKind.SIGNATURE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "<%s?page=2>; rel=\"next\"", "<http://HOST%s?page=2>; rel=next" })
    void pagesAreFollowed(String link) {
        String first = listed(NOTATION, "");
        String second = listed("application/spdx+json", "");
        this.registry.referrers((request, out) -> {
            if (request.path().endsWith("page=2")) {
                RawServer.answer(out, 200, Artifacts.index(second), "Content-Type: " + Artifacts.INDEX);
            } else {
                RawServer.answer(out, 200, Artifacts.index(first), "Content-Type: " + Artifacts.INDEX,
                        "Link: " + link.formatted(request.path()).replace("HOST", this.registry.host()));
            }
        });
        assertThat(search().referrers().list()).hasSize(2);
    }

    @Test
    void pagesWithoutEndAreBounded() {
        String artifact = listed(NOTATION, "");
        this.registry.referrers((request, out) -> RawServer.answer(out, 200, Artifacts.index(artifact),
                "Content-Type: " + Artifacts.INDEX, "Link: <" + request.path().replaceFirst("[?].*", "") + "?n="
                        + this.registry.requests().size() + ">; rel=\"next\""));
        assertThat(search().referrers().incompleteBecause()).contains("more than 10 pages");
        assertThat(paths("/referrers/")).hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://127.0.0.1:1/v2/app/referrers/x", "/v2/other/referrers/x",
            "/v2/app/referrers/../../other/x", "/v2/app/referrers/%2e%2e/%2e%2e/other/x", "/v2/app/referrers/sha256:b2",
            "/token?x" })
    void pageElsewhereIsNotRequestedAndThePageBeforeCounts(String address) {
        String artifact = listed(NOTATION, "");
        this.registry.referrers((request, out) -> RawServer.answer(out, 200, Artifacts.index(artifact),
                "Content-Type: " + Artifacts.INDEX, "Link: <" + address + ">; rel=\"next\""));
        Referrers found = search().referrers();
        assertThat(found.incompleteBecause()).contains("next page", "not that of this list");
        assertThat(found.of(ReferrerKind.SIGNATURE)).hasSize(1);
        assertThat(paths("/referrers/")).hasSize(1);
    }

    @Test
    void filteredListIsIncomplete() {
        String artifact = listed(NOTATION, "");
        this.registry.referrers((request, out) -> RawServer.answer(out, 200, Artifacts.index(artifact),
                "Content-Type: " + Artifacts.INDEX, "OCI-Filters-Applied: artifactType"));
        assertThat(search().referrers().incompleteBecause()).contains("filter");
    }

    @ParameterizedTest
    @ValueSource(ints = { 200, 400, 404, 405, 501 })
    void registryWithoutTheApiIsAskedForTheReferrersTag(int status) {
        this.registry.referrers((request, out) -> RawServer.answer(out, status, "<html>", "Content-Type: text/html"));
        this.registry.push("app", tag(this.manifest), Artifacts.index(listed(NOTATION, "")));
        Referrers found = search().referrers();
        assertThat(found.list()).extracting(Referrer::place).containsExactly(Place.TAG);
        assertThat(found.incompleteBecause()).isNull();
    }

    @Test
    void listOfAnotherFormIsAReason() {
        this.registry.referrers((request, out) -> RawServer.answer(out, 200, "[", "Content-Type: " + Artifacts.INDEX));
        assertThat(search().referrers().incompleteBecause()).contains("the list of referrers", "not JSON");
    }

    @Test
    void tagsOfCosignAreRead() {
        String tag = tag(this.manifest);
        this.registry.push("app", tag + ".sig", Artifacts.cosign(SIMPLE, "s", ""));
        this.registry.push("app", tag + ".att", Artifacts.cosign(DSSE, "a",
                "\"predicateType\": \"https://cyclonedx.org/bom\""));
        this.registry.push("app", tag + ".sbom", Artifacts.cosign("spdx+json", "b", ""));
        assertThat(search().referrers().list()).extracting(Referrer::kind, Referrer::digest, Referrer::isManifest)
                .containsExactly(tuple(ReferrerKind.SIGNATURE, Digest.sha256Of("s".getBytes()), false),
                        tuple(ReferrerKind.SBOM, Digest.sha256Of("a".getBytes()), false),
                        tuple(ReferrerKind.SBOM, Digest.sha256Of("b".getBytes()), false));
    }

    @Test
    void indexAndManifestAreAsked() {
        this.registry.push("app", "2", ImageBuilder.multiPlatformLayoutOf("", image("a").platform("linux/amd64"),
                image("b").platform("linux/s390x")));
        String artifact = listed(NOTATION, "");
        answer(artifact);
        PublishedReferrers found = search("2", Platform.parse("linux/s390x"));
        assertThat(found.index()).isNotNull();
        assertThat(found.platform()).hasToString("linux/s390x");
        assertThat(paths("/referrers/")).containsExactly("/v2/app/referrers/" + found.index(),
                "/v2/app/referrers/" + found.manifest());
        assertThat(this.registry.requests()).extracting(Request::path).noneMatch(path -> path.contains("/blobs/"));
    }

    @Test
    void attestationsOfBuildKitAreListedWithTheirPlace() {
        this.registry.push("app", "2", image("1").attestedLayout("https://spdx.dev/Document", digest -> "{}"));
        assertThat(search("2", null).referrers().list()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(ReferrerKind.SBOM);
            assertThat(one.place()).isEqualTo(Place.INDEX);
            assertThat(one.isManifest()).isFalse();
        });
    }

    @Test
    void inspectionAsksForSignaturesWithThreeRequests() {
        Referrers found = inspect().referrers();
        assertThat(found.list()).isEmpty();
        assertThat(found.incompleteBecause()).isNull();
        assertThat(this.registry.requests()).extracting(Request::path)
                .filteredOn(path -> path.contains("/referrers/") || path.contains("/manifests/sha256-"))
                .containsExactly("/v2/app/referrers/" + this.manifest,
                        "/v2/app/manifests/" + tag(this.manifest) + ".sig",
                        "/v2/app/manifests/" + tag(this.manifest));
    }

    @Test
    void inspectionWithASignatureAsksForTheListAndTheManifestOfTheSignature() {
        String signature = listed(NOTATION, "");
        answer(signature, listed(BUNDLE, SIGNED));
        Referrers found = inspect().referrers();
        assertThat(found.of(ReferrerKind.SIGNATURE)).extracting(Referrer::type).containsExactly(NOTATION);
        assertThat(found.incompleteBecause()).contains("each artifact that may be a signature");
        assertThat(searches()).hasSize(1);
        assertThat(paths("/manifests/sha256:")).hasSize(1);
    }

    @Test
    void inspectionDoesNotCountASignatureOfAnotherImage() {
        answer(listedOfAnotherImage("x"));
        Referrers found = inspect().referrers();
        assertThat(found.of(ReferrerKind.SIGNATURE)).isEmpty();
        assertThat(found.list()).singleElement().matches(Referrer::otherSubject);
        assertThat(found.incompleteBecause()).isNull();
    }

    @Test
    void inspectionReadsTheManifestsOfTwoSignaturesAtMost() {
        answer(listedOfAnotherImage("x"), listedOfAnotherImage("y"), listedOfAnotherImage("z"), listed(NOTATION, ""));
        Referrers found = inspect().referrers();
        assertThat(found.of(ReferrerKind.SIGNATURE)).isEmpty();
        assertThat(found.incompleteBecause()).contains("each artifact that may be a signature");
        assertThat(paths("/manifests/sha256:")).hasSize(2);
    }

    @Test
    void inspectionDoesNotCountASignatureThatIsMissing() {
        answer(Artifacts.listed("missing", NOTATION, ""));
        Referrers found = inspect().referrers();
        assertThat(found.list()).isEmpty();
        assertThat(found.incompleteBecause()).contains("404");
    }

    @Test
    void inspectionDoesNotCountACosignTagOfAnotherSubject() {
        this.registry.push("app", tag(this.manifest) + ".sig", Artifacts.cosign(SIMPLE, "x", "")
                .replaceFirst("\\{", "{\"subject\": {\"digest\": \"" + Digest.sha256Of(new byte[1]) + "\"}, "));
        assertThat(inspect().referrers().of(ReferrerKind.SIGNATURE)).isEmpty();
    }

    /** Some clients leave out the type in the index under the referrers tag. */
    @Test
    void inspectionReadsTheTypeOfASignatureFromItsManifest() {
        String artifact = Artifacts.manifest("", this.manifest, "", "application/jose+json", "x")
                .replaceFirst("application/vnd.oci.empty.v1[+]json", NOTATION);
        this.registry.push(artifact);
        this.registry.push("app", tag(this.manifest), Artifacts.index(Artifacts.listed(artifact, "", "")));
        assertThat(inspect().referrers().of(ReferrerKind.SIGNATURE)).extracting(Referrer::type)
                .containsExactly(NOTATION);
    }

    @Test
    void inspectionFindsASignatureOfThePlatformOnly() {
        this.registry.push("app", "2", ImageBuilder.multiPlatformLayoutOf("", image("a").platform("linux/amd64"),
                image("b").platform("linux/s390x")));
        answer();
        Digest platform = search("2", Platform.parse("linux/s390x")).manifest();
        this.registry.push("app", tag(platform) + ".sig", Artifacts.cosign(SIMPLE, "x", ""));
        assertThat(inspect(argument("2"), "linux/s390x").of(ReferrerKind.SIGNATURE)).extracting(Referrer::subject)
                .containsExactly(Subject.MANIFEST);
        assertThat(inspect(argument("2"), "linux/amd64").of(ReferrerKind.SIGNATURE)).isEmpty();
    }

    @Test
    void inspectionsOfAllPlatformsShareTheSearchForTheIndex() {
        this.registry.push("app", "2", ImageBuilder.multiPlatformLayoutOf("", image("a").platform("linux/amd64"),
                image("b").platform("linux/s390x")));
        answer();
        RegistryArgument all = argument("2").remembering();
        inspect(all, "linux/amd64");
        inspect(all, "linux/s390x");
        assertThat(searches()).doesNotHaveDuplicates().hasSize(9);
    }

    @Test
    void inspectionWithoutSignatureSearchAsksNothing() {
        Referrers found = new Inspector(Limits.DEFAULTS).withoutSignatureSearch()
                .inspect(argument("1").open(null, Limits.DEFAULTS))
                .referrers();
        assertThat(found.incompleteBecause()).contains("did not search");
        assertThat(searches()).isEmpty();
    }

    /** Registries without code for the API may send the list like any JSON. */
    @ParameterizedTest
    @ValueSource(strings = { "application/json", "text/plain; charset=utf-8" })
    void listWithAnotherMediaTypeCounts(String type) {
        String signature = listed(NOTATION, "");
        this.registry.referrers((request, out) -> RawServer.answer(out, 200, Artifacts.index(signature),
                "Content-Type: " + type));
        assertThat(search().referrers().of(ReferrerKind.SIGNATURE)).hasSize(1);
        assertThat(inspect().referrers().of(ReferrerKind.SIGNATURE)).hasSize(1);
    }

    @Test
    void registryWithTheApiIsAskedForAnOlderReferrersTag() {
        answer();
        this.registry.push("app", tag(this.manifest), Artifacts.index(listed(NOTATION, "")));
        assertThat(search().referrers().list()).extracting(Referrer::place).containsExactly(Place.TAG);
        assertThat(inspect().referrers().list()).extracting(Referrer::place).containsExactly(Place.TAG);
    }

    @Test
    void artifactWithoutSubjectIsAboutThisImage() {
        String artifact = Artifacts.manifest(NOTATION, null, "", NOTATION, "x");
        this.registry.push(artifact);
        answer(Artifacts.listed(artifact, NOTATION, ""));
        assertThat(search().referrers().of(ReferrerKind.SIGNATURE)).hasSize(1);
    }

    @Test
    void indexAboutAnotherImageDoesNotCount() {
        String index = Artifacts.index()
                .replaceFirst("\\{", "{\"artifactType\": \"" + NOTATION
                        + "\", \"subject\": {\"digest\": \"" + Digest.sha256Of(new byte[1]) + "\"}, ");
        this.registry.push(index);
        answer(Artifacts.listed(index, NOTATION, ""));
        assertThat(search().referrers().list()).singleElement().matches(Referrer::otherSubject);
        assertThat(inspect().referrers().of(ReferrerKind.SIGNATURE)).isEmpty();
    }

    /** Each signature of cosign is an annotation, and all have the same payload. */
    @Test
    void cosignSignaturesOfOnePayloadAreSeveral() {
        String one = Artifacts.cosign(SIMPLE, "x", "\"dev.cosignproject.cosign/signature\": \"a\"");
        String layer = one.substring(one.indexOf("[{") + 1, one.lastIndexOf("]}"));
        this.registry.push("app", tag(this.manifest) + ".sig",
                one.replace(layer, layer + ", " + layer.replace("\"a\"", "\"b\"")));
        assertThat(search().referrers().of(ReferrerKind.SIGNATURE)).hasSize(2);
        assertThat(inspect().referrers().of(ReferrerKind.SIGNATURE)).hasSize(2);
    }

    @Test
    void listThatCannotBeReadHasItsOwnWords() {
        for (String body : List.of("{\"manifests\": " + "[".repeat(2_000), " ".repeat(5 << 20), "{")) {
            this.registry.referrers((request, out) -> RawServer.answer(out, 200, body,
                    "Content-Type: " + Artifacts.INDEX));
            assertThat(search().referrers().incompleteBecause()).contains("the list of referrers that it sends")
                    .doesNotContain("Save the image", "a manifest has", "StreamReadConstraints");
        }
    }

    @Test
    void inspectionSucceedsIfTheRegistryRefusesTheList() {
        this.registry.referrers((request, out) -> RawServer.answer(out, 403, "no"));
        assertThat(inspect().referrers().incompleteBecause()).contains("403");
    }

    @Test
    void inspectionSucceedsIfTheListNeverArrives() {
        this.registry.referrers((request, out) -> {
            try {
                Thread.sleep(20_000);
            } catch (InterruptedException ex) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(inspect().referrers().incompleteBecause()).contains("in time");
    }

    private void answer(String... descriptors) {
        this.registry.referrers((request, out) -> RawServer.answer(out, 200, Artifacts.index(descriptors),
                "Content-Type: " + Artifacts.INDEX));
    }

    /** Stores an artifact of the image, and returns its descriptor. */
    private String listed(String type, String annotations) {
        String artifact = Artifacts.manifest(type, this.manifest, annotations, type, "the content of " + type);
        this.registry.push(artifact);
        return Artifacts.listed(artifact, type, annotations);
    }

    private String listedOfAnotherImage(String content) {
        String other = Artifacts.manifest(NOTATION, Digest.sha256Of(new byte[1]), "", NOTATION, content);
        this.registry.push(other);
        return Artifacts.listed(other, NOTATION, "");
    }

    private PublishedReferrers search() {
        return search("1", null);
    }

    private PublishedReferrers search(String tag, Platform platform) {
        return PublishedReferrers.search(argument(tag), platform,
                Deadline.of(Limits.DEFAULTS), new Traffic());
    }

    private Inspection inspect() {
        return new Inspector(Limits.DEFAULTS).inspect(argument("1").open(null, Limits.DEFAULTS));
    }

    private static Referrers inspect(RegistryArgument image, String platform) {
        return new Inspector(Limits.DEFAULTS).inspect(image.open(Platform.parse(platform), Limits.DEFAULTS))
                .referrers();
    }

    private List<String> searches() {
        return this.registry.requests()
                .stream()
                .map(Request::path)
                .filter(path -> path.contains("/referrers/") || path.contains("/manifests/sha256-"))
                .toList();
    }

    private List<String> paths(String part) {
        return this.registry.requests().stream().map(Request::path).filter(path -> path.contains(part)).toList();
    }

    private RegistryArgument argument(String tag) {
        return RegistryArgument.parse(this.registry.host() + "/app:" + tag, Registries.ofThisUser());
    }

    private static String tag(Digest digest) {
        return "sha256-" + digest.hex();
    }

    private static Digest manifest(byte[] index) {
        return ImageIndex.parse("index.json", index).manifests().getFirst().digest();
    }

    private static ImageBuilder image(String content) {
        return ImageBuilder.anImage("").layer(layer -> layer.file("file", content));
    }
}
