package dev.tare.image;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The config and the layers of an image for one platform.
 *
 * @param layers       the lowest first
 * @param artifactType the type of an artifact; {@code null} for most images
 * @param subject      the digest of the manifest to which it belongs, like a signature, as it is stated; {@code null} for
 *                     most images
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/manifest.md">OCI image specification, image
 *      manifest</a>
 */
public record Manifest(MediaType mediaType, Descriptor config, List<Descriptor> layers,
        Map<String, String> annotations, @Nullable String artifactType, @Nullable String subject) {

    /** Far more than any builder writes. Every layer stays in memory. */
    private static final int MAX_LAYERS = 4096;

    public Manifest {
        layers = List.copyOf(layers);
        annotations = Map.copyOf(annotations);
    }

    /**
     * Parses a manifest in the OCI or the Docker schema 2 form.
     *
     * @param name the name of the document for errors
     * @throws InvalidDocumentException if it has another form
     */
    public static Manifest parse(String name, byte[] json) {
        return JsonDocument.read(name, json, Manifest::from);
    }

    /**
     * Whether its type, subject, config or layers indicate that this is attached to an image rather than an image.
     * Images may have a subject too, so this alone is no reason to reject one.
     */
    public boolean isArtifact() {
        return this.subject != null || MediaType.isOfArtifact(this.artifactType)
                || !hasImageConfig() || hasNoFiles();
    }

    /** Whether the media types of all layers are those of other content than files, such as a signature. */
    public boolean hasNoFiles() {
        return !this.layers.isEmpty() && this.layers.stream().noneMatch(layer -> layer.mediaType().isLayer());
    }

    /** Whether its config is that of a runnable image. A config without a type counts as one. */
    public boolean hasImageConfig() {
        return isImageConfig(this.config);
    }

    /** Whether a config is that of a runnable image, as far as its media type states it. */
    public static boolean isImageConfig(Descriptor config) {
        return config.mediaType().isImageConfig() || config.mediaType().value().isEmpty();
    }

    private static Manifest from(JsonDocument document) {
        return new Manifest(new MediaType(document.textOr("mediaType", MediaType.OCI_MANIFEST.value())),
                document.required("config").descriptor(),
                document.list("layers", MAX_LAYERS).stream().map(JsonDocument::descriptor).toList(),
                document.texts("annotations"),
                document.text("artifactType"), document.subject());
    }
}
