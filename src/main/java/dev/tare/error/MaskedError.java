package dev.tare.error;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import dev.tare.image.InvalidImageException;
import dev.tare.secret.redaction.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * A copy of an exception for logs and terminals: the same types and stack traces, but messages without secrets. It
 * includes the causes.
 */
public final class MaskedError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String type;

    private MaskedError(Throwable error, @Nullable Throwable cause) {
        super(message(error), cause);
        this.type = error.getClass().getName();
        setStackTrace(error.getStackTrace());
    }

    /** The message of an error, without secrets. */
    public static String message(Throwable error) {
        return error instanceof InvalidImageException invalid ? invalid.message(Redaction::text)
                : Redaction.sentence(String.valueOf(error.getMessage()));
    }

    /** A copy of an error without secrets in its message and those of its causes. */
    public static MaskedError of(Throwable error) {
        return of(error, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** An exception may be its own cause. */
    private static MaskedError of(Throwable error, Set<Throwable> seen) {
        seen.add(error);
        Throwable cause = error.getCause();
        MaskedError masked = new MaskedError(error, cause == null || seen.contains(cause) ? null : of(cause, seen));
        for (Throwable suppressed : error.getSuppressed()) {
            if (!seen.contains(suppressed)) {
                masked.addSuppressed(of(suppressed, seen));
            }
        }
        return masked;
    }

    /** A stack trace names the type of the original error. */
    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
        return this.type + ": " + getMessage();
    }
}
