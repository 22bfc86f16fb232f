package dev.tare.image;

import java.util.Set;

/**
 * The kind of a document, detected from its properties and not from its media type.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/manifest.md">OCI image specification, image
 *      manifest</a>
 */
public enum DocumentKind {

    INDEX("an image index"), MANIFEST("an image manifest"),

    /** Neither or both at once. The specification forbids both, because readers would disagree about the content. */
    OTHER("another document");

    private final String text;

    DocumentKind(String text) {
        this.text = text;
    }

    /**
     * Reads a document as far as needed to detect its kind.
     *
     * @param name the name of the document for errors
     * @throws InvalidDocumentException if it is not a JSON object
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
