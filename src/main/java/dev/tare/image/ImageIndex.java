package dev.tare.image;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A list of manifests, usually one per platform. A Docker manifest list has the same form.
 *
 * @param artifactType the type of an artifact; {@code null} for most indexes
 * @param subject      the digest of the manifest to which it belongs, as it is stated; {@code null} for most indexes
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/image-index.md">OCI image specification,
 *      image index</a>
 */
public record ImageIndex(List<Descriptor> manifests, Map<String, String> annotations,
        @Nullable String artifactType, @Nullable String subject) {

    public ImageIndex {
        manifests = List.copyOf(manifests);
        annotations = Map.copyOf(annotations);
    }

    /** An index of images. */
    public ImageIndex(List<Descriptor> manifests, Map<String, String> annotations) {
        this(manifests, annotations, null, null);
    }

    /**
     * Parses an index.
     *
     * @param name the name of the document for errors
     * @throws InvalidDocumentException if it has another form
     */
    public static ImageIndex parse(String name, byte[] json) {
        return JsonDocument.read(name, json, document -> new ImageIndex(
                document.list("manifests").stream().map(JsonDocument::descriptor).toList(),
                document.texts("annotations"), document.text("artifactType"), document.subject()));
    }
}
