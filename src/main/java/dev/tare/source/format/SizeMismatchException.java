package dev.tare.source.format;

import dev.tare.image.InvalidImageException;

/** A blob has another size than its descriptor says. */
public class SizeMismatchException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    private final long expected;

    private final long actual;

    SizeMismatchException(String entry, long expected, long actual) {
        super("size-mismatch", entry, "\"" + entry + "\" should have " + expected + " bytes, but has " + actual
                + ". The image was changed or damaged: save or copy it again.", null);
        this.expected = expected;
        this.actual = actual;
    }

    /** What the descriptor says, in bytes. */
    public long expected() {
        return this.expected;
    }

    /** In bytes. */
    public long actual() {
        return this.actual;
    }
}
