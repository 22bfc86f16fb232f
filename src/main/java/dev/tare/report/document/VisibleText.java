package dev.tare.report.document;

import java.util.Set;

import dev.tare.secret.redaction.Redaction;

/**
 * Escapes text of an image so that every character is visible, and masks keys and tokens. Names of files and packages
 * may contain a token, and only outputs mask these names. Control characters would move a terminal's cursor, and
 * bidirectional or invisible characters would make a name look like another.
 */
public final class VisibleText {

    /** Characters of the types letter or symbol without a visible shape: fillers, an empty Braille cell, a joiner. */
    private static final Set<Integer> BLANK = Set.of(0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x2800, 0x3164, 0xffa0);

    private VisibleText() {}

    /**
     * The text with escapes for such characters: {@code \n}, {@code \t} or a Java escape like {@code \}{@code u202e}.
     */
    public static String of(String raw) {
        String text = Redaction.tokens(raw);
        if (isPlain(text) || text.codePoints().allMatch(VisibleText::isVisible)) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(codePoint -> append(visible, codePoint));
        return visible.toString();
    }

    /** The same for a text of several lines. Line breaks and tabs stay. */
    public static String ofLines(String raw) {
        String text = Redaction.tokens(raw);
        StringBuilder visible = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(codePoint -> {
            if (codePoint == '\n' || codePoint == '\t') {
                visible.appendCodePoint(codePoint);
            } else {
                append(visible, codePoint);
            }
        });
        return visible.toString();
    }

    /** The first code points of a text, with an ellipsis if there are more. */
    public static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    private static void append(StringBuilder visible, int codePoint) {
        switch (codePoint) {
            case '\n' -> visible.append("\\n");
            case '\r' -> visible.append("\\r");
            case '\t' -> visible.append("\\t");
            default -> {
                if (isVisible(codePoint)) {
                    visible.appendCodePoint(codePoint);
                } else {
                    Character.toString(codePoint).chars().forEach(unit -> visible.append("\\u%04x".formatted(unit)));
                }
            }
        }
    }

    /** Most texts are plain, and a page has thousands of them. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static boolean isVisible(int codePoint) {
        if (codePoint < 0x7f) {
            return codePoint >= ' ';
        }
        if (BLANK.contains(codePoint) || isVariationSelector(codePoint)) {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR,
                    Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static boolean isVariationSelector(int codePoint) {
        return (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0100 && codePoint <= 0xe01ef)
                || (codePoint >= 0x180b && codePoint <= 0x180f);
    }
}
