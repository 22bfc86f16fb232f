package dev.tare.source.format;

import dev.tare.image.Digest;
import dev.tare.image.InvalidImageException;

/** A part of an image differs from the digest, size or number that refers to it: it was changed or damaged. */
public class MismatchException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    private final String expected;

    private final String actual;

    private MismatchException(String rule, String entry, String message, Object expected, Object actual) {
        super(rule, entry, message, null);
        this.expected = expected.toString();
        this.actual = actual.toString();
    }

    /**
     * Another digest.
     *
     * @param kind  the kind of digest and its subject, such as {@code diff ID of layer 2}
     * @param entry the entry that was read
     */
    public static MismatchException ofDigest(String kind, String entry, Digest expected, Digest actual) {
        return new MismatchException("digest-mismatch", entry, "The " + kind + " (\"" + entry + "\") should be "
                + expected + ", but is " + actual + ". The image was changed or damaged: save or copy it again.",
                expected, actual);
    }

    /** Another size in bytes than the descriptor states. */
    static MismatchException ofSize(String entry, long expected, long actual) {
        return new MismatchException("size-mismatch", entry, "\"" + entry + "\" should have " + expected
                + " bytes, but has " + actual + ". The image was changed or damaged: save or copy it again.", expected,
                actual);
    }

    /** A config with another number of layers than the manifest. */
    static MismatchException ofLayerCount(String config, int manifestLayers, int diffIds) {
        return new MismatchException("layer-count-mismatch", config, "The manifest has " + manifestLayers
                + " layers, but the config \"" + config + "\" has " + diffIds
                + " diff IDs. Save or copy the image again.", manifestLayers, diffIds);
    }

    /** The digest, size in bytes or number of layers that the image states. */
    public String expected() {
        return this.expected;
    }

    /** The digest, size in bytes or number that was found. */
    public String actual() {
        return this.actual;
    }
}
