package dev.tare.source.format;

import dev.tare.image.InvalidImageException;

/** A manifest, index or config that the image refers to is not in its source. */
public class MissingDocumentException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    public MissingDocumentException(String source, String entry) {
        super("missing-document", entry, "The document \"" + entry + "\" is not in \"" + source
                + "\", although the image refers to it. Save or copy the image again.", null);
    }
}
