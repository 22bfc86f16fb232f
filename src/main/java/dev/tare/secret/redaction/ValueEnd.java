package dev.tare.secret.redaction;

/** Finds the end of a value in a shell command, JSON or a property. */
final class ValueEnd {

    private ValueEnd() {}

    /** The end of a word or quoted text, including all characters that directly follow it. */
    static int end(String text, int from) {
        int at = from;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            char c = text.charAt(at);
            int quoted = c == '"' || c == '\'' ? endOfQuoted(text, at + 1, c) : -1;
            if (quoted >= 0) {
                at = quoted;
            } else {
                at += c == '\\' && at + 1 < text.length() ? 2 : 1;
            }
        }
        return at;
    }

    /** The index after the closing quote, or -1 if it is missing. */
    static int endOfQuoted(String text, int from, char quote) {
        for (int at = from; at < text.length(); at++) {
            if (text.charAt(at) == quote) {
                return at + 1;
            }
            if (text.charAt(at) == '\\' && quote == '"') {
                at++;
            }
        }
        return -1;
    }

    /** The first index from here on without a space. */
    static int skipSpaces(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The first space from here on, or the end of the text. */
    static int skipWord(String text, int from) {
        int at = from;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static char at(String text, int index) {
        return index >= 0 && index < text.length() ? text.charAt(index) : 0;
    }
}
