package dev.tare.archive.zip;

/**
 * What should be a jar cannot be read as one. It stays within the package: such a jar is listed by its file name. It has
 * no stack trace, for as many are kept as a jar has entries.
 */
public final class UnreadableZipException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableZipException(String problem) {
        super("Not a readable jar: " + problem, null, false, false);
    }

    /** A sentence without its full stop. */
    public String problem() {
        return String.valueOf(getMessage());
    }
}
