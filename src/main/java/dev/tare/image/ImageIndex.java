package dev.tare.image;

import java.util.List;
import java.util.Map;

/**
 * A list of manifests, usually one per platform. A Docker manifest list has the same form.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/image-index.md">OCI image specification,
 *      image index</a>
 */
public record ImageIndex(List<Descriptor> manifests, Map<String, String> annotations) {

    public ImageIndex {
        manifests = List.copyOf(manifests);
        annotations = Map.copyOf(annotations);
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
                document.texts("annotations")));
    }
}
