package dev.tare.archive.zip;

/**
 * A file or an entry cannot be read as a zip. The exception has no stack trace, because one is kept for each unreadable
 * entry.
 */
public final class UnreadableZipException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableZipException(String problem) {
        super("Not a readable jar: " + problem, null, false, false);
    }

    static UnreadableZipException misplaced() {
        return new UnreadableZipException("an entry does not match the directory");
    }

    /** A sentence without its full stop. */
    public String problem() {
        return String.valueOf(getMessage());
    }
}
