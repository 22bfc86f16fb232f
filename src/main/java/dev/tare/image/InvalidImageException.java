package dev.tare.image;

import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * An image, or what was given as one, breaks a rule. The message says what was found, where, which rule it breaks and
 * what to do. Nothing in it comes from the content of the image but names, values of its documents, sizes and digests.
 * These may contain secrets: {@link #getMessage()} and {@link #entry()} are not for people. Where an error leaves the
 * program, it is shown as {@link #message(UnaryOperator)} and {@link #entry(UnaryOperator)}.
 */
public abstract class InvalidImageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int MESSAGE_LENGTH = 2_000;

    private static final int ENTRY_LENGTH = 1_000;

    private final String rule;

    private final @Nullable String entry;

    /**
     * @param rule    a short, stable name of the broken rule in kebab case, such as {@code digest-mismatch}
     * @param entry   the archive entry, document or blob at fault, or {@code null} if it is the whole
     * @param message what was found, where, what was expected, and the next step
     * @param cause   what was caught, or {@code null}
     */
    protected InvalidImageException(String rule, @Nullable String entry, String message, @Nullable Throwable cause) {
        super(ErrorText.kept(message), cause);
        this.rule = rule;
        this.entry = entry == null ? null : ErrorText.kept(entry);
    }

    /** The short, stable name of the broken rule in kebab case. */
    public String rule() {
        return this.rule;
    }

    /** The archive entry, document or blob at fault, or {@code null} if it is the whole. */
    public @Nullable String entry() {
        return this.entry;
    }

    /**
     * The message for people.
     *
     * @param masking writes a text without its secrets
     */
    public final String message(UnaryOperator<String> masking) {
        return ErrorText.ends(shortened(masking), MESSAGE_LENGTH, masking);
    }

    /**
     * The {@link #entry()} for people.
     *
     * @param masking writes a text without its secrets
     */
    public final @Nullable String entry(UnaryOperator<String> masking) {
        return this.entry == null ? null : ErrorText.ends(this.entry, ENTRY_LENGTH, masking);
    }

    /** The message, with its long values masked and then cut; the message itself is masked and cut afterwards. */
    protected String shortened(UnaryOperator<String> masking) {
        return String.valueOf(getMessage());
    }
}
