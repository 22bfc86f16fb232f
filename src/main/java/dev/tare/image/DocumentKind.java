package dev.tare.image;

import java.util.Set;

/**
 * What a document is by its own parts, whatever media type it is told to have.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/manifest.md">OCI image specification, image
 *      manifest</a>
 */
public enum DocumentKind {

    INDEX("an image index"), MANIFEST("an image manifest"),

    /** Neither, or both at once, which the specification forbids since readers then differ in what they see. */
    OTHER("another document");

    private final String text;

    DocumentKind(String text) {
        this.text = text;
    }

    /**
     * Reads a document so far that its kind is known.
     *
     * @param name how errors name the document
     * @throws InvalidDocumentException if it is no JSON object
     */
    public static DocumentKind of(String name, byte[] json) {
        return JsonDocument.read(name, json, document -> of(document.keys()));
    }

    private static DocumentKind of(Set<String> keys) {
        boolean manifests = keys.contains("manifests");
        if (manifests == (keys.contains("config") || keys.contains("layers"))) {
            return OTHER;
        }
        return manifests ? INDEX : keys.contains("config") && keys.contains("layers") ? MANIFEST : OTHER;
    }

    @Override
    public String toString() {
        return this.text;
    }
}
