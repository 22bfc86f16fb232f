package dev.tare.source.format;

import java.util.List;
import java.util.stream.Stream;

import dev.tare.image.Manifest;
import dev.tare.referrer.ReferrerType;
import org.jspecify.annotations.Nullable;

/**
 * Known artifacts that registries store like images. The type of an artifact, of its config or of a layer begins with one
 * of the prefixes.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/manifest.md#guidelines-for-artifact-usage">OCI
 *      image specification, artifacts</a>
 */
enum ArtifactKind {

    SIGSTORE_BUNDLE("a Sigstore bundle with a signature or an attestation", ReferrerType.SIGSTORE_BUNDLE),

    COSIGN_SIGNATURE("a Cosign signature", ReferrerType.COSIGN_SIGNATURE),

    ATTESTATION("an attestation", ReferrerType.ATTESTATION),

    NOTATION_SIGNATURE("a Notation signature", ReferrerType.NOTATION_SIGNATURE),

    SBOM("a bill of materials", ReferrerType.SBOM),

    HELM_CHART("a Helm chart", "application/vnd.cncf.helm."),

    FLUX("a Flux artifact with Kubernetes manifests", "application/vnd.cncf.flux."),

    COMPOSE("a Compose project", "application/vnd.docker.compose."),

    DOCKER_PLUGIN("a Docker plugin", "application/vnd.docker.plugin."),

    MODEL("a machine learning model", "application/vnd.docker.ai.", "application/vnd.cncf.model.",
            "application/vnd.ollama."),

    WEB_ASSEMBLY("a WebAssembly module", "application/vnd.wasm.", "application/wasm"),

    POLICY("an Open Policy Agent bundle", "application/vnd.cncf.openpolicyagent."),

    SINGULARITY("a Singularity image", "application/vnd.sylabs.sif.");

    private final String text;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> prefixes;

    ArtifactKind(String text, ReferrerType type) {
        this.text = text;
        this.prefixes = type.prefixes();
    }

    ArtifactKind(String text, String... prefixes) {
        this.text = text;
        this.prefixes = List.of(prefixes);
    }

    /** The artifact with an article, for a sentence. */
    String text() {
        return this.text;
    }

    /** The kind of a manifest, or {@code null} if it is unknown. */
    static @Nullable ArtifactKind of(Manifest manifest) {
        List<String> types = Stream.concat(
                Stream.of(manifest.artifactType() == null ? "" : manifest.artifactType(),
                        manifest.config().mediaType().value()),
                manifest.layers().stream().map(layer -> layer.mediaType().value())).distinct().toList();
        return Stream.of(values())
                .filter(kind -> types.stream().anyMatch(type -> kind.prefixes.stream().anyMatch(type::startsWith)))
                .findFirst()
                .orElse(null);
    }
}
