package dev.tare.image;

import java.util.List;
import java.util.Map;

/**
 * Several manifests, mostly one per platform; a Docker manifest list reads the same.
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
     * Reads an index document.
     *
     * @param name how errors name the document
     * @throws InvalidDocumentException if it has another form
     */
    public static ImageIndex parse(String name, byte[] json) {
        return JsonDocument.read(name, json, document -> new ImageIndex(
                document.list("manifests").stream().map(JsonDocument::descriptor).toList(),
                document.texts("annotations")));
    }
}
