package dev.tare.content;

/** A package database does not have the form that its name suggests. Inspections report it as unread. */
public final class UnreadableDatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param problem the end of a sentence about the database */
    public UnreadableDatabaseException(String problem) {
        super(problem);
    }

    /**
     * Checks a value in a database.
     *
     * @param problem the end of a sentence about the database if the value is impossible
     */
    public static void check(boolean holds, String problem) {
        if (!holds) {
            throw new UnreadableDatabaseException(problem);
        }
    }
}
