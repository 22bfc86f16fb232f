package dev.tare.inspection.system;

import org.jspecify.annotations.Nullable;

/** Whether a user can log in with a password. The password itself is not kept. */
public enum Password {

    /** The login needs no password. */
    EMPTY,

    /** No login is possible with a password. */
    LOCKED,

    /** The login needs the password. */
    SET;

    private static final String SHADOWED = "x";

    /**
     * Parses the second field of a line. {@code null} if the password is in {@code etc/shadow}.
     *
     * @see <a href="https://man7.org/linux/man-pages/man5/shadow.5.html">shadow(5)</a>
     */
    static @Nullable Password of(String field) {
        if (field.equals(SHADOWED)) {
            return null;
        }
        return field.isEmpty() ? EMPTY : field.startsWith("!") || field.startsWith("*") ? LOCKED : SET;
    }
}
