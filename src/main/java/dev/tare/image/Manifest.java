package dev.tare.image;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Which config and which layers make up an image for one platform.
 *
 * @param layers       the lowest first
 * @param artifactType what an artifact is; {@code null} for most images
 * @param hasSubject   whether it belongs to another manifest, as signatures do
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/manifest.md">OCI image specification, image
 *      manifest</a>
 */
public record Manifest(MediaType mediaType, Descriptor config, List<Descriptor> layers,
        Map<String, String> annotations, @Nullable String artifactType, boolean hasSubject) {

    public Manifest {
        layers = List.copyOf(layers);
        annotations = Map.copyOf(annotations);
    }

    /**
     * Reads a manifest document of the OCI or the Docker schema 2 form.
     *
     * @param name how errors name the document
     * @throws InvalidDocumentException if it has another form
     */
    public static Manifest parse(String name, byte[] json) {
        return JsonDocument.read(name, json, Manifest::from);
    }

    /**
     * Whether anything says that this is attached to an image rather than one: its type, its subject, its config or its
     * layers. An image may have a subject too, so this alone is no reason to refuse one.
     */
    public boolean isArtifact() {
        return this.hasSubject || MediaType.isOfArtifact(this.artifactType)
                || !hasImageConfig()
                || (!this.layers.isEmpty() && this.layers.stream().noneMatch(layer -> layer.mediaType().isLayer()));
    }

    /** Whether its config is of a runnable image; one without a type is taken for that. */
    public boolean hasImageConfig() {
        return this.config.mediaType().isImageConfig() || this.config.mediaType().value().isEmpty();
    }

    private static Manifest from(JsonDocument document) {
        return new Manifest(new MediaType(document.textOr("mediaType", MediaType.OCI_MANIFEST.value())),
                document.required("config").descriptor(),
                document.list("layers").stream().map(JsonDocument::descriptor).toList(), document.texts("annotations"),
                document.text("artifactType"), !document.optional("subject").isAbsent());
    }
}
