package dev.tare.image;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ManifestTests {

    private static final String DIGEST = "sha256:" + "1".repeat(64);

    @Test
    void parseReadsAnOciManifest() {
        Manifest manifest = parse("""
                {"schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json",
                 "config": {"mediaType": "application/vnd.oci.image.config.v1+json", "digest": "%1$s", "size": 7},
                 "layers": [{"mediaType": "application/vnd.oci.image.layer.v1.tar+gzip", "digest": "%1$s",
                             "size": 9000000000, "annotations": {"a": "b"}}],
                 "annotations": {"org.opencontainers.image.base.name": "debian"}}""");
        assertThat(manifest.mediaType()).isEqualTo(MediaType.OCI_MANIFEST);
        assertThat(manifest.config()).isEqualTo(
                new Descriptor(MediaType.OCI_CONFIG, Digest.parse(DIGEST), 7, Map.of(), null));
        assertThat(manifest.layers()).containsExactly(new Descriptor(MediaType.OCI_LAYER_GZIP, Digest.parse(DIGEST),
                9_000_000_000L, Map.of("a", "b"), null));
        assertThat(manifest.annotations()).containsOnly(Map.entry("org.opencontainers.image.base.name", "debian"));
    }

    @Test
    void parseTakesNullsAsAbsent() {
        Manifest manifest = parse("""
                {"config": {"mediaType": "x", "digest": "%s", "size": 7, "annotations": null}, "layers": null,
                 "annotations": null}""");
        assertThat(manifest.mediaType()).isEqualTo(MediaType.OCI_MANIFEST);
        assertThat(manifest.layers()).isEmpty();
        assertThat(manifest.annotations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`',
            value = { "[] | it is not a JSON object", "{} | config is not an object",
                    "{\"config\": 1} | config is not an object", "{\"config\": {}} | config.digest is not a string",
                    "{\"config\": {\"digest\": \"%s\"}} | config.size is not a number",
                    "{\"config\": {\"digest\": \"%s\", \"size\": 1.5}} | config.size is not a number",
                    "{\"config\": {\"digest\": \"%s\", \"size\": 99999999999999999999}} | config.size is not a number",
                    "{\"config\": {\"digest\": \"%s\", \"size\": -1}} | Not a valid descriptor size: \"-1\"",
                    "{\"config\": {\"digest\": \"x\", \"size\": 1}} | Not a valid digest: \"x\"",
                    "{\"config\": {\"digest\": \"%s\", \"size\": 1}, \"layers\": {}} | layers is not a list",
                    "{\"config\": {\"digest\": \"%s\", \"size\": 1}, \"layers\": [[]]} | layers[0] is not an object",
                    "{\"config\": {\"digest\": \"%s\", \"size\": 1}} x | it is not JSON" })
    void parseWhenDocumentHasAnotherFormThrowsException(String json, String problem) {
        assertThatExceptionOfType(InvalidDocumentException.class).isThrownBy(() -> parse(json))
                .satisfies(ex -> assertThat(ex.rule()).isEqualTo("invalid-document"))
                .satisfies(ex -> assertThat(ex.entry()).isEqualTo("blobs/m"))
                .withMessageStartingWith("The document \"blobs/m\" cannot be read: ")
                .withMessageContaining(problem);
    }

    @Test
    void parseWhenDocumentHasFarTooManyPartsThrowsException() {
        String many = "{\"manifests\": [" + "{},".repeat(500_000) + "{}]}";
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> ImageIndex.parse("index.json", many.getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("it is larger or more deeply nested than the documents of images");
    }

    @Test
    void parseWhenManifestHasFarTooManyLayersThrowsException() {
        String layer = "{\"digest\": \"" + DIGEST + "\", \"size\": 1}";
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> parse("{\"config\": " + layer + ", \"layers\": [" + (layer + ",").repeat(4096) + layer
                        + "]}"))
                .withMessageContaining("layers has 4097 entries, more than the limit of 4096");
    }

    @Test
    void indexReadsManifestsWithTheirPlatforms() {
        ImageIndex index = ImageIndex.parse("index.json", json("""
                {"manifests": [{"mediaType": "application/vnd.oci.image.manifest.v1+json", "digest": "%1$s", "size": 1,
                   "platform": {"os": "linux", "architecture": "arm64", "variant": "v8"}},
                  {"mediaType": "application/vnd.oci.image.manifest.v1+json", "digest": "%1$s", "size": 1,
                   "annotations": {"vnd.docker.reference.type": "attestation-manifest"}}]}"""));
        assertThat(index.manifests()).extracting(Descriptor::platform)
                .containsExactly(Platform.parse("linux/arm64/v8"),
                        null);
        assertThat(index.manifests()).extracting(Descriptor::isAttestation).containsExactly(false, true);
    }

    @Test
    void dockerManifestReadsAllImagesOfAnArchive() {
        assertThat(DockerManifest.parse("manifest.json", json("""
                [{"Config": "a.json", "RepoTags": ["app:1", "app:2"], "Layers": ["a/layer.tar"]},
                 {"Config": "b.json", "RepoTags": null, "Layers": null, "LayerSources": {}}]""")))
                .containsExactly(
                        new DockerManifest("a.json", List.of("app:1", "app:2"),
                                List.of("a/layer.tar")),
                        new DockerManifest("b.json", List.of(), List.of()));
    }

    @Test
    void dockerManifestWhenConfigIsMissingThrowsException() {
        assertThatExceptionOfType(InvalidDocumentException.class)
                .isThrownBy(() -> DockerManifest.parse("manifest.json", json("[{}]")))
                .withMessageContaining("[0].Config is not a string");
    }

    private static Manifest parse(String json) {
        return Manifest.parse("blobs/m", json(json));
    }

    private static byte[] json(String json) {
        return json.formatted(DIGEST).getBytes(StandardCharsets.UTF_8);
    }
}
