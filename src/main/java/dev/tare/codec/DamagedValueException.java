package dev.tare.codec;

import org.jspecify.annotations.Nullable;

/** Bytes that are not the form of a value. */
public final class DamagedValueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DamagedValueException(String message) {
        this(message, null);
    }

    DamagedValueException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
