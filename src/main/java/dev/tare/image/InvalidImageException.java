package dev.tare.image;

import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * An image, or input given as an image, breaks a rule. The message states the finding, its place, the broken rule and
 * the next step. It quotes only names, values of documents, sizes and digests. These may contain secrets, so {@link
 * #getMessage()} and {@link #entry()} must not be shown. Outputs use {@link #message(UnaryOperator)} and {@link
 * #entry(UnaryOperator)}.
 */
public abstract class InvalidImageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int MESSAGE_LENGTH = 2_000;

    private static final int ENTRY_LENGTH = 1_000;

    private final String rule;

    private final @Nullable String entry;

    /**
     * @param rule    a short, stable name of the broken rule in kebab case, such as {@code digest-mismatch}
     * @param entry   the archive entry, document or blob at fault, or {@code null} for the whole image
     * @param message the finding, its place, the expectation, and the next step
     * @param cause   the original exception, or {@code null}
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

    /** The archive entry, document or blob at fault, or {@code null} for the whole image. */
    public @Nullable String entry() {
        return this.entry;
    }

    /**
     * The message without secrets. A sentence keeps its full stop even after a secret.
     *
     * @param masking replaces the secrets in a text
     */
    public final String message(UnaryOperator<String> masking) {
        String text = shortened(masking);
        String message = ErrorText.ends(text, MESSAGE_LENGTH, whole -> masked(whole, masking));
        return text.endsWith(".") && !message.endsWith(".") ? message + "." : message;
    }

    /**
     * The {@link #entry()} without secrets.
     *
     * @param masking replaces the secrets in a text
     */
    public final @Nullable String entry(UnaryOperator<String> masking) {
        return this.entry == null ? null : ErrorText.ends(this.entry, ENTRY_LENGTH, masking);
    }

    /** The message without secrets. A subclass may mask its parts one by one. */
    protected String masked(String message, UnaryOperator<String> masking) {
        return masking.apply(message);
    }

    /** The long values of the message are masked and cut first, and then the message itself. */
    protected String shortened(UnaryOperator<String> masking) {
        return String.valueOf(getMessage());
    }
}
