package dev.tare.image;

import dev.tare.secret.redaction.Redaction;

/** A text has not the form of the value that it should be. */
public class InvalidValueException extends InvalidImageException {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 120;

    private final String value;

    /**
     * @param kind     what the text should be, such as {@code digest}
     * @param value    the text that was found
     * @param expected the form that was wanted
     */
    public InvalidValueException(String kind, String value, String expected) {
        super("invalid-" + kind.replace(' ', '-'), null,
                "Not a valid " + kind + ": \"" + shown(Redaction.text(value)) + "\". Expected " + expected + ".", null);
        this.value = value;
    }

    /** The text that was found. */
    public String value() {
        return this.value;
    }

    private static String shown(String value) {
        String printable = value.codePoints()
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .limit(SHOWN)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return value.length() > SHOWN ? printable + "…" : printable;
    }
}
