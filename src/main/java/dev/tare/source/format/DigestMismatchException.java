package dev.tare.source.format;

import dev.tare.image.Digest;
import dev.tare.image.InvalidImageException;

/** Something has another digest than what refers to it says, so it was changed or damaged. */
public class DigestMismatchException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    private final Digest expected;

    private final Digest actual;

    /**
     * @param kind  which digest of what, such as {@code diff ID of layer 2}
     * @param entry what was read
     */
    public DigestMismatchException(String kind, String entry, Digest expected, Digest actual) {
        super("digest-mismatch", entry, "The " + kind + " (\"" + entry + "\") should be " + expected + ", but is "
                + actual + ". The image was changed or damaged: save or copy it again.", null);
        this.expected = expected;
        this.actual = actual;
    }

    /** What the manifest, the config or the name of the entry says. */
    public Digest expected() {
        return this.expected;
    }

    /** What was computed. */
    public Digest actual() {
        return this.actual;
    }
}
