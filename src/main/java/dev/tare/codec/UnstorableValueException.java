package dev.tare.codec;

/** A value that is too large to store, or has a text or a type that must not be stored. The message quotes no text. */
public final class UnstorableValueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnstorableValueException(String message) {
        super(message);
    }

    /** A text must not be stored. */
    public static UnstorableValueException ofText() {
        return new UnstorableValueException("The value has a text that must not be stored");
    }
}
