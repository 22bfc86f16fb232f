package dev.tare.content;

/** A package database is not what its name promises. It stays within the package: the inspection says so. */
public final class UnreadableDatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param problem the end of a sentence that begins with what is read */
    public UnreadableDatabaseException(String problem) {
        super(problem);
    }
}
