package dev.tare.image;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * An image, or what was given as one, breaks a rule. The message says what was found, where, which rule it breaks and
 * what to do; nothing in it comes from the content of the image but names, sizes and digests.
 */
public abstract class InvalidImageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private final String rule;

    private final @Nullable String entry;

    /**
     * @param rule    a short, stable name of the broken rule in kebab case, such as {@code digest-mismatch}
     * @param entry   the archive entry, document or blob at fault, or {@code null} if it is the whole
     * @param message what was found, where, what was expected, and the next step
     * @param cause   what was caught, or {@code null}
     */
    protected InvalidImageException(String rule, @Nullable String entry, String message, @Nullable Throwable cause) {
        super(printable(message), cause);
        this.rule = rule;
        this.entry = entry == null ? null : printable(entry);
    }

    /** The short, stable name of the broken rule in kebab case. */
    public String rule() {
        return this.rule;
    }

    /** The archive entry, document or blob at fault, or {@code null} if it is the whole. */
    public @Nullable String entry() {
        return this.entry;
    }

    /** Names come from whoever made the image, and must not steer a terminal or break a log's line. */
    private static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("?");
    }
}
