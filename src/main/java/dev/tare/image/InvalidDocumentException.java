package dev.tare.image;

import org.jspecify.annotations.Nullable;

/** A JSON document of an image (manifest, index, config, layout) cannot be read as what it should be. */
public class InvalidDocumentException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    /**
     * @param document the entry or digest that names the document
     * @param problem  what is wrong with it, with the JSON path where it is known
     */
    public InvalidDocumentException(String document, String problem, @Nullable Throwable cause) {
        super("invalid-document", document, "The document \"" + document + "\" cannot be read: " + problem
                + ". Save the image again with a current tool.", cause);
    }
}
