package dev.tare.image;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Text from outside in an error. It is cut only after its secrets are masked, since nothing recognizes half a secret. A
 * masking is a function that writes a text without its secrets.
 */
public final class ErrorText {

    /** The characters that an error keeps of a text, at its beginning and at its end: more than masking looks at. */
    private static final int KEPT = 1 << 17;

    /** The characters that masking looks at, at each end of a longer text. */
    private static final int MASKED = 12_288;

    /** No secret is as long, so that half a secret at the inner end of a masked part is within as many characters. */
    private static final int MARGIN = 8_192;

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private ErrorText() {}

    /** The text, or both ends of it where it is as long as no error needs it. */
    static String kept(String text) {
        return text.length() <= 2 * KEPT ? text
                : text.substring(0, KEPT) + "…" + text.substring(text.length() - KEPT);
    }

    /** Both ends of a text without its secrets: the next step stands last. */
    static String ends(String text, int length, UnaryOperator<String> masking) {
        String masked = masked(text, masking);
        if (masked.length() <= length) {
            return printable(masked);
        }
        int tail = length / 3;
        return printable(start(masked, length - tail - 1) + "…" + end(masked, tail));
    }

    /** The first characters of a text without its secrets, and an ellipsis if there are more. */
    public static String start(String text, int length, UnaryOperator<String> masking) {
        String masked = masked(text, masking);
        return masked.length() <= length ? printable(masked) : printable(start(masked, length)) + "…";
    }

    private static String masked(String text, UnaryOperator<String> masking) {
        if (text.length() <= 2 * MASKED) {
            return masking.apply(text);
        }
        String head = masking.apply(start(text, MASKED));
        String tail = masking.apply(end(text, MASKED));
        return start(head, Math.max(0, head.length() - MARGIN)) + "…" + end(tail, Math.max(0, tail.length() - MARGIN));
    }

    private static String start(String text, int length) {
        boolean half = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
        return text.substring(0, half ? length - 1 : length);
    }

    private static String end(String text, int length) {
        int from = text.length() - length;
        boolean half = length > 0 && Character.isLowSurrogate(text.charAt(from));
        return text.substring(half ? from + 1 : from);
    }

    /** Names come from whoever made the image, and must not steer a terminal or break a log's line. */
    private static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("?");
    }
}
