package dev.tare.secret.redaction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the secrets whose end is missing, because the text was cut. They have no form, so all from their beginning to
 * the end of the text is hidden.
 */
final class CutSecrets {

    private static final Pattern KEY = Pattern.compile("-----BEGIN [A-Z0-9 ]{0,64}PRIVATE KEY");

    private static final String END_OF_KEY = "-----END";

    /** The beginning of a key that is encoded in Base64. */
    private static final String ENCODED_KEY = "LS0tLS1CRUdJT";

    /** The beginning of a JSON Web Token. */
    private static final String TOKEN = "eyJ";

    private CutSecrets() {}

    /** @param hidden the secrets that are whole, and the beginnings of values in quotes */
    static void find(String text, HiddenRanges hidden) {
        Matcher key = KEY.matcher(text);
        int ended = Math.max(0, text.lastIndexOf(END_OF_KEY));
        if (key.find(ended)) {
            hidden.add(key.start(), text.length());
        }
        hideFrom(text.indexOf(ENCODED_KEY, beginOfEnd(text, "+/=\\ \t\r\n")), text, hidden);
        hideFrom(text.indexOf(TOKEN, beginOfEnd(text, "-_.")), text, hidden);
        hideFrom(openQuote(text, hidden), text, hidden);
    }

    private static void hideFrom(int from, String text, HiddenRanges hidden) {
        if (from >= 0) {
            hidden.add(from, text.length());
        }
    }

    /** The beginning of the letters, digits and others of these characters that end the text. */
    private static int beginOfEnd(String text, String others) {
        int at = text.length();
        while (at > 0 && (Character.isLetterOrDigit(text.charAt(at - 1)) || others.indexOf(text.charAt(at - 1)) >= 0)) {
            at--;
        }
        return at;
    }

    /** The first hidden part of a word with a quote that does not end, or -1. */
    private static int openQuote(String text, HiddenRanges hidden) {
        int lastDouble = text.lastIndexOf('"');
        int lastSingle = text.lastIndexOf('\'');
        return hidden.starts()
                .filter(from -> isOpen(text, from, lastDouble) || isOpen(text, from, lastSingle))
                .findFirst()
                .orElse(-1);
    }

    /** Whether the last quote of a kind is in the word of a secret. Then nothing closes it. */
    private static boolean isOpen(String text, int secret, int quote) {
        int from = Math.min(secret, quote);
        int to = Math.max(secret, quote);
        return quote >= 0 && text.substring(from, to).chars().noneMatch(Character::isWhitespace);
    }
}
