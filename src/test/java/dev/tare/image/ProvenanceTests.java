package dev.tare.image;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ProvenanceTests {

    private static final Digest MANIFEST = Digest.parse("sha256:" + "f".repeat(64));

    private static final String A = "a".repeat(64);

    private static final String B = "b".repeat(64);

    @Test
    void parseReadsTheImagesAmongTheMaterials() {
        Provenance provenance =
                parse("""
                {"materials": [%s, %s, {"uri": "https://github.com/a/b.git", "digest": {"sha1": "x"}}, {"uri": 7}, 8]}"""
                        .formatted(material("pkg:docker/debian@13?platform=linux%2Famd64", A),
                                material("pkg:docker/ghcr.io/a/b%2Bc?digest=sha256:" + B, B)));
        assertThat(provenance.images()).containsExactly(
                new Provenance.Source("debian:13", Digest.parse("sha256:" + A), List.of()),
                new Provenance.Source("ghcr.io/a/b+c", Digest.parse("sha256:" + B), List.of()));
    }

    @Test
    void parseLeavesOutTheFrontendAndTheScanner() {
        assertThat(
                parse("""
                {"materials": [%s, %s, %s], "invocation": {"parameters": {"args": {"source": "docker.io/docker/dockerfile:1"}}}}"""
                        .formatted(material("pkg:docker/docker/dockerfile@1.7", A),
                                material("pkg:docker/docker/buildkit-syft-scanner@stable-1", B),
                                material("pkg:docker/debian@13", "c".repeat(64))))
                        .images())
                .extracting(Provenance.Source::name)
                .containsExactly("debian:13");
    }

    @Test
    void parseJoinsAStepAndAMaterialWithTheSameImage() {
        Provenance provenance = parse("""
                {"buildConfig": {"llbDefinition": [{"id": "step0", "op": {"Op": {"source":
                  {"identifier": "docker-image://docker.io/library/debian:13"}}}}, {"id": "step1", "op": {"Op": null}}]},
                 "metadata": {"https://mobyproject.org/buildkit@v1#metadata": {"layers":
                  {"step0:0": [[{"digest": "sha256:%s"}], [{"digest": "none"}]]}}},
                 "materials": [%s]}""".formatted(B, material("pkg:docker/debian@13", A)));
        assertThat(provenance.images()).containsExactly(new Provenance.Source("debian:13", Digest.parse("sha256:" + A),
                List.of(List.of(Digest.parse("sha256:" + B)))));
    }

    @Test
    void parseRejectsVeryManyImages() {
        String materials = IntStream.range(0, 100)
                .mapToObj(i -> material("pkg:docker/a@" + i, "%064x".formatted(i)))
                .collect(joining(","));
        assertInvalid(() -> parse("{\"materials\": [" + materials + "]}"), "64 images");
    }

    @Test
    void parseRejectsAStatementAboutAnotherImageOrPredicate() {
        byte[] other = statement("https://slsa.dev/provenance/v1", "{}", A);
        assertInvalid(() -> Provenance.parse("statement", other, MANIFEST), "subject");
        byte[] sbom = statement("https://spdx.dev/Document", "{}", MANIFEST.hex());
        assertInvalid(() -> Provenance.parse("statement", sbom, MANIFEST), "predicateType");
    }

    private static void assertInvalid(ThrowingCallable parsing, String fact) {
        assertThatExceptionOfType(InvalidDocumentException.class).isThrownBy(parsing).withMessageContaining(fact);
    }

    private static String material(String uri, String digest) {
        return "{\"uri\": \"%s\", \"digest\": {\"sha256\": \"%s\"}}".formatted(uri, digest);
    }

    private static Provenance parse(String predicate) {
        return Provenance.parse("statement", statement("https://slsa.dev/provenance/v0.2", predicate, MANIFEST.hex()),
                MANIFEST);
    }

    private static byte[] statement(String type, String predicate, String subject) {
        return """
                {"predicateType": "%s", "subject": [{"digest": {"sha256": "%s"}}], "predicate": %s}"""
                .formatted(type, subject, predicate)
                .getBytes(StandardCharsets.UTF_8);
    }
}
