package dev.tare.image;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Text from outside in an error or remark. Masking replaces its secrets before the text is cut, because half a secret cannot be
 * recognized.
 */
public final class ErrorText {

    /** The characters that an error keeps at each end of a text, more than masking reads. */
    private static final int KEPT = 1 << 17;

    /** The characters that masking reads at each end of a longer text. */
    private static final int MASKED = 20_480;

    /**
     * Longer than any private key. Half a secret at the inner end of a masked part is within this margin. The margin is
     * not shown.
     */
    private static final int MARGIN = 16_384;

    /** Marks a text whose last secret may lack its end. */
    private static final String CUT = "…";

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private ErrorText() {}

    /** The text, or both of its ends if it is longer than any error needs. */
    static String kept(String text) {
        return text.length() <= 2 * KEPT ? text
                : text.substring(0, KEPT) + CUT + text.substring(text.length() - KEPT);
    }

    /** Both ends of a masked text, because the end contains the next step. An ellipsis replaces the middle. */
    public static String ends(String text, int length, UnaryOperator<String> masking) {
        String masked = masked(text, masking);
        if (masked.length() <= length) {
            return printable(masked);
        }
        int tail = length / 3;
        return printable(start(masked, length - tail - 1) + CUT + end(masked, tail));
    }

    /** The first characters of a masked text, with an ellipsis if there are more. */
    public static String start(String text, int length, UnaryOperator<String> masking) {
        String masked = masked(text, masking);
        return masked.length() <= length ? printable(masked) : printable(start(masked, length)) + CUT;
    }

    private static String masked(String text, UnaryOperator<String> masking) {
        if (text.length() <= 2 * MASKED) {
            return masking.apply(text);
        }
        String head = masking.apply(start(text, MASKED) + CUT);
        String tail = masking.apply(end(text, MASKED));
        return start(head, Math.max(0, head.length() - MARGIN)) + CUT + end(tail, Math.max(0, tail.length() - MARGIN));
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

    /** Names in an image may contain characters that control a terminal or break a line of a log. */
    private static String printable(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("?");
    }
}
