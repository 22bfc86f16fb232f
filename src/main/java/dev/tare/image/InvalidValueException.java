package dev.tare.image;

import java.util.function.UnaryOperator;

/** A text does not have the form of the expected value. */
public class InvalidValueException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 120;

    private final String kind;

    private final String value;

    private final String expected;

    /**
     * @param kind     the kind of the expected value, such as {@code digest}
     * @param value    the actual text
     * @param expected the expected form
     */
    public InvalidValueException(String kind, String value, String expected) {
        super("invalid-" + kind.replace(' ', '-'), null, message(kind, value, expected), null);
        this.kind = kind;
        this.value = value;
        this.expected = expected;
    }

    /** The actual text. */
    public String value() {
        return this.value;
    }

    @Override
    protected String shortened(UnaryOperator<String> masking) {
        return message(this.kind, ErrorText.start(this.value, SHOWN, masking), this.expected);
    }

    private static String message(String kind, String value, String expected) {
        return "Not a valid " + kind + ": \"" + value + "\". Expected " + expected + ".";
    }
}
