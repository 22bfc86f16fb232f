package dev.tare.secret.redaction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the values of secret names in assignments, options, headers, JSON, XML and build steps. */
final class NamedValues {

    private static final Pattern NAME = Pattern.compile("(?<![\\w.-])[\\w.-]++");

    /** The end of a name in JSON, in JSON in a string, as a key in brackets, or before a comma between words. */
    private static final Pattern CLOSED = Pattern.compile("[\\\\\"'\\]]{0,4}+");

    /** A word before a name. A space separates the name from its value. */
    private static final Pattern SETTER = Pattern.compile("(?:^|\\s)(?:ENV|LABEL|set|setx)\\s+[\"']?$");

    private static final Pattern SCHEME = Pattern.compile("(?i)(?:bearer|basic|token|negotiate|digest)\\s+(?=\\S)");

    private static final int MAX_SETTER = 16;

    private final String text;

    private final HiddenRanges hidden;

    private NamedValues(String text, HiddenRanges hidden) {
        this.text = text;
        this.hidden = hidden;
    }

    static void find(String text, HiddenRanges hidden) {
        new NamedValues(text, hidden).find();
    }

    private void find() {
        Matcher matcher = NAME.matcher(this.text);
        int from = 0;
        while (from <= this.text.length() && matcher.find(from)) {
            from = SecretNames.mayNameSecret(matcher.group()) ? hide(matcher.start(), matcher.end()) : matcher.end();
        }
    }

    /** Hides the value of a name and returns the place where the search continues. */
    private int hide(int nameStart, int nameEnd) {
        int closed = closed(nameEnd);
        int value = value(nameStart, nameEnd, closed);
        if (value < 0 || value >= this.text.length()) {
            return nameEnd;
        }
        int end = Math.max(end(nameStart, nameEnd, closed, value), value);
        this.hidden.add(value, end);
        return Math.max(end, nameEnd);
    }

    private int closed(int nameEnd) {
        Matcher matcher = CLOSED.matcher(this.text).region(nameEnd, this.text.length());
        return matcher.lookingAt() ? matcher.end() : nameEnd;
    }

    /** The beginning of the value, or -1 if the name has none here. */
    private int value(int nameStart, int nameEnd, int closed) {
        int sign = ValueEnd.skipSpaces(this.text, closed);
        int behind = ValueEnd.skipSpaces(this.text, sign + 1);
        char next = ValueEnd.at(this.text, sign);
        if (next == '=') {
            int value = sign + (ValueEnd.at(this.text, sign + 1) == '=' ? 2 : 1);
            return sign > closed ? ValueEnd.skipSpaces(this.text, value) : value;
        }
        if (next == ':' && (behind > sign + 1 || closed > nameEnd)) {
            return behind;
        }
        if (next == '>' && ValueEnd.at(this.text, nameStart - 1) == '<') {
            return sign + 1;
        }
        int word = next == ',' ? behind : sign;
        boolean follows = word > closed && (SecretNames.isOption(this.text.substring(nameStart, nameEnd))
                || (next != ',' && isSet(nameStart)));
        return follows && ValueEnd.at(this.text, word) != '-' ? word : -1;
    }

    private boolean isSet(int nameStart) {
        return SETTER.matcher(this.text.substring(Math.max(0, nameStart - MAX_SETTER), nameStart)).find();
    }

    private int end(int nameStart, int nameEnd, int closed, int value) {
        char before = ValueEnd.at(this.text, nameStart - 1);
        if (before == '<') {
            int tag = this.text.indexOf('<', value);
            return tag < 0 ? this.text.length() : tag;
        }
        if ((before == '"' || before == '\'') && closed == nameEnd) {
            int end = ValueEnd.endOfQuoted(this.text, value, before);
            return end < 0 ? ValueEnd.end(this.text, value) : end - 1;
        }
        Matcher scheme = SCHEME.matcher(this.text).region(value, this.text.length());
        return ValueEnd.end(this.text, scheme.lookingAt() ? scheme.end() : value);
    }
}
