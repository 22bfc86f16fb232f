package dev.tare.image;

import java.util.regex.Pattern;

import dev.tare.secret.redaction.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * An image, or what was given as one, breaks a rule. The message says what was found, where, which rule it breaks and
 * what to do; nothing in it comes from the content of the image but names, values of its documents, sizes and digests,
 * and no secret that could be in those: it goes through {@link Redaction} here, wherever it is shown afterwards.
 */
public abstract class InvalidImageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]");

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
        super(shown(message, MESSAGE_LENGTH), cause);
        this.rule = rule;
        this.entry = entry == null ? null : shown(entry, ENTRY_LENGTH);
    }

    /** The short, stable name of the broken rule in kebab case. */
    public String rule() {
        return this.rule;
    }

    /** The archive entry, document or blob at fault, or {@code null} if it is the whole. */
    public @Nullable String entry() {
        return this.entry;
    }

    private static String shown(String text, int length) {
        return printable(bounded(Redaction.text(text), length));
    }

    /** A name may be as long as its maker likes; what is left out is in the middle, as the next step stands last. */
    private static String bounded(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int tail = length / 3;
        int head = length - tail - 1;
        return text.substring(0, head - (Character.isHighSurrogate(text.charAt(head - 1)) ? 1 : 0)) + "…"
                + text.substring(text.length() - tail
                        + (Character.isLowSurrogate(text.charAt(text.length() - tail)) ? 1 : 0));
    }

    /** Names come from whoever made the image, and must not steer a terminal or break a log's line. */
    private static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("?");
    }
}
