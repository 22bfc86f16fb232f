package dev.tare.archive.zip;

/**
 * A file or an entry cannot be read as a zip. The exception has no stack trace, because one is kept for each unreadable
 * entry.
 */
public final class UnreadableZipException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String NOT_READABLE = "Not a readable jar: ";

    public UnreadableZipException(String problem) {
        super(NOT_READABLE + problem, null, false, false);
    }

    static UnreadableZipException misplaced() {
        return new UnreadableZipException("an entry does not match the directory");
    }

    /** A sentence without a full stop. */
    public String problem() {
        return String.valueOf(getMessage());
    }

    /** The reason as a clause without a full stop, for an error about one entry of a jar. */
    public String reason() {
        return problem().substring(NOT_READABLE.length());
    }
}
