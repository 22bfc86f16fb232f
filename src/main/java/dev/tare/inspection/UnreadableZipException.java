package dev.tare.inspection;

/**
 * What should be a jar cannot be read as one. It stays within the package: such a jar is listed by its file name. It has
 * no stack trace, for as many are kept as a jar has entries.
 */
final class UnreadableZipException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableZipException(String problem) {
        super("Not a readable jar: " + problem, null, false, false);
    }

    /** A sentence without its full stop. */
    String problem() {
        return String.valueOf(getMessage());
    }
}
