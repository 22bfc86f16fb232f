package dev.tare.inspection.system;

import org.jspecify.annotations.Nullable;

/** Whether somebody could log in with a password; never which. */
public enum Password {

    /** Anybody can, without one. */
    EMPTY,

    /** Nobody can. */
    LOCKED,

    /** Whoever knows it can. */
    SET;

    private static final String SHADOWED = "x";

    /**
     * What the second field of a line says, or {@code null} if the password is in {@code etc/shadow}.
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
