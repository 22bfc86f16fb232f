package dev.tare.secret.redaction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds secrets without their end in a text that was cut. Such secrets match no form, so everything from their
 * beginning to the end of the text is hidden.
 */
final class CutSecrets {

    private static final Pattern KEY = Pattern.compile("-----BEGIN [A-Z0-9 ]{0,64}PRIVATE KEY");

    private static final String END_OF_KEY = "-----END";

    /** The beginning of a key that is encoded in Base64. */
    private static final String ENCODED_KEY = "LS0tLS1CRUdJT";

    /** The beginning of a JSON Web Token. */
    private static final String TOKEN = "eyJ";

    private CutSecrets() {}

    /** @param hidden the complete secrets, and the beginnings of values in quotes */
    static void find(String text, HiddenRanges hidden) {
        Matcher key = KEY.matcher(text);
        int ended = Math.max(0, text.lastIndexOf(END_OF_KEY));
        if (key.find(ended)) {
            hidden.add(key.start(), text.length());
        }
        hideFrom(text.indexOf(ENCODED_KEY, beginOfEnd(text, "+/=\\ \t\r\n")), text, hidden);
        hideFrom(text.indexOf(TOKEN, beginOfEnd(text, "-_.")), text, hidden);
        hideOpenQuote(lastQuote(text, '"'), text, hidden);
        hideOpenQuote(lastQuote(text, '\''), text, hidden);
    }

    private static void hideFrom(int from, String text, HiddenRanges hidden) {
        if (from >= 0) {
            hidden.add(from, text.length());
        }
    }

    /** The beginning of the last run of letters, digits and these other characters, at the end of the text. */
    private static int beginOfEnd(String text, String others) {
        int at = text.length();
        while (at > 0 && (Character.isLetterOrDigit(text.charAt(at - 1)) || others.indexOf(text.charAt(at - 1)) >= 0)) {
            at--;
        }
        return at;
    }

    /** Hides all from the first secret in the word around a quote that does not end. */
    private static void hideOpenQuote(int quote, String text, HiddenRanges hidden) {
        if (quote < 0) {
            return;
        }
        int from = quote;
        while (from > 0 && !Character.isWhitespace(text.charAt(from - 1))) {
            from--;
        }
        int begin = from;
        int end = ValueEnd.skipWord(text, quote);
        hidden.starts()
                .filter(at -> at >= begin && at <= end)
                .findFirst()
                .ifPresent(secret -> hidden.add(secret, text.length()));
    }

    /** The last quote, which nothing closes, or -1. Only double quotes can be escaped. */
    private static int lastQuote(String text, char quote) {
        int at = text.lastIndexOf(quote);
        while (quote == '"' && at >= 0 && isEscaped(text, at)) {
            at = text.lastIndexOf(quote, at - 1);
        }
        return at;
    }

    private static boolean isEscaped(String text, int at) {
        int from = at;
        while (from > 0 && text.charAt(from - 1) == '\\') {
            from--;
        }
        return (at - from) % 2 == 1;
    }
}
