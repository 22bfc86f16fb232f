package dev.tare.secret.redaction;

/** Tells where a value ends that is written as shells, JSON and properties write it. */
final class WrittenValue {

    private WrittenValue() {}

    /** The end of a word or of a text in quotes, and of what stands directly behind it. */
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

    /** Behind the quote that ends a text, or -1 if none does. */
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

    /** The first character from here on that is no space. */
    static int skipSpaces(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static char at(String text, int index) {
        return index >= 0 && index < text.length() ? text.charAt(index) : 0;
    }
}
