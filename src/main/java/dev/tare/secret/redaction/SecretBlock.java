package dev.tare.secret.redaction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Follows the lines of a text file, and knows whether a line may belong to a secret that was named above. */
final class SecretBlock {

    private static final Pattern NAME = Pattern.compile("[\\w.-]++");

    private static final Pattern COMMENT = Pattern.compile("\\s*+(?:#|;|//|\\*|<!--)");

    /** Between a name and its value. */
    private static final Pattern SIGNS = Pattern.compile("[\\\\\"'\\]]{0,4}+[\\s:=>]*+");

    /** The lines after an element of XML with a name that may contain its value. */
    private static final int MOST_IN_ELEMENT = 3;

    /** The indentation of a name. Deeper lines may continue its value. A negative number means no name. */
    private int indentation = -1;

    /** Whether items of a list may follow with the indentation of the name, as in YAML. */
    private boolean list;

    /** The lines that follow in any case. */
    private int following;

    private int openBrackets;

    private @Nullable String openQuote;

    /** The place from which on the next line is hidden, which is its end if the line is shown. */
    int cut(String line) {
        int start = indentation(line);
        if (start == line.length()) {
            return start;
        }
        boolean covered = continues(line, start);
        int end = endOfSecretName(line);
        if (end < 0) {
            return covered ? start : line.length();
        }
        int value = value(line, end);
        begin(line, start, end, value, covered);
        return covered ? start : isEmpty(line.substring(end)) ? line.length() : value;
    }

    /** Blanks and marks of comments, because a comment can contain settings. */
    private static int indentation(String line) {
        int at = 0;
        while (at < line.length() && (Character.isWhitespace(line.charAt(at)) || "#;/".indexOf(line.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    private boolean continues(String line, int start) {
        boolean enclosed = this.openQuote != null || this.openBrackets > 0;
        boolean below = this.indentation >= 0 && (start > this.indentation
                || (this.list && start == this.indentation && line.charAt(start) == '-'));
        boolean covered = enclosed || below || this.following > 0;
        if (this.openQuote != null) {
            this.openQuote = line.contains(this.openQuote) ? null : this.openQuote;
        } else {
            this.openBrackets = this.openBrackets > 0 ? Math.max(0, this.openBrackets + brackets(line, 0)) : 0;
        }
        boolean ends = line.startsWith("</", start);
        this.following = covered && line.endsWith("\\") ? 1 : ends ? 0 : Math.max(0, this.following - 1);
        if (!below && !enclosed) {
            this.indentation = -1;
        }
        return covered;
    }

    private void begin(String line, int start, int end, int value, boolean covered) {
        String rest = line.substring(end);
        if (this.indentation < 0) {
            this.indentation = start;
            this.list = line.charAt(start) != '-' && isEmpty(rest);
        }
        if (opensElement(rest)) {
            this.following = MOST_IN_ELEMENT;
        } else if (isEmpty(rest) || line.endsWith("\\")) {
            this.following = Math.max(1, this.following);
        }
        if (!covered || (this.openQuote == null && this.openBrackets == 0)) {
            String stripped = rest.stripTrailing();
            boolean opens = stripped.endsWith("[") || stripped.endsWith("{") || stripped.endsWith("(");
            this.openBrackets = opens ? Math.max(1, brackets(line, end)) : 0;
            this.openQuote = openQuote(line, value);
        }
    }

    /** Whether the last element of XML in a text is open, or the whole text is its end. */
    private static boolean opensElement(String rest) {
        String stripped = rest.stripTrailing();
        if (!stripped.endsWith(">") || stripped.endsWith("/>") || stripped.endsWith("-->")) {
            return false;
        }
        int last = stripped.lastIndexOf('<');
        return last <= 0 || stripped.charAt(last + 1) != '/';
    }

    private static int brackets(String line, int from) {
        int open = 0;
        for (int i = from; i < line.length(); i++) {
            char next = line.charAt(i);
            open += "[{(".indexOf(next) >= 0 ? 1 : "]})".indexOf(next) >= 0 ? -1 : 0;
        }
        return open;
    }

    private static @Nullable String openQuote(String line, int value) {
        if (value >= line.length() || "\"'`".indexOf(line.charAt(value)) < 0) {
            return null;
        }
        String one = line.substring(value, value + 1);
        String quote = line.startsWith(one.repeat(3), value) ? one.repeat(3) : one;
        return line.indexOf(quote, value + quote.length()) < 0 ? quote : null;
    }

    private static int value(String line, int end) {
        Matcher signs = SIGNS.matcher(line).region(end, line.length());
        return signs.lookingAt() ? signs.end() : end;
    }

    /** Whether there is no word after a name. */
    private static boolean isEmpty(String rest) {
        int from = rest.startsWith("</") ? rest.indexOf('>') + 1 : 0;
        return rest.chars().skip(from).noneMatch(Character::isLetterOrDigit);
    }

    /** The end of the first name of a secret that may have a value, or -1. */
    private static int endOfSecretName(String line) {
        boolean comment = COMMENT.matcher(line).lookingAt();
        Matcher name = NAME.matcher(line);
        while (name.find()) {
            if (SecretNames.mayNameSecret(name.group()) && hasValue(line, name.start(), name.end(), comment)) {
                return name.end();
            }
        }
        return -1;
    }

    /** Only a sign separates the value in a comment, or of a variable that is read. Elsewhere, a blank may do. */
    private static boolean hasValue(String line, int start, int end, boolean comment) {
        int at = end;
        while (at < line.length() && at < end + 4 && "\\\"']".indexOf(line.charAt(at)) >= 0) {
            at++;
        }
        int sign = ValueEnd.skipSpaces(line, at);
        if (comment || "${".indexOf(ValueEnd.at(line, start - 1)) >= 0) {
            return sign < line.length() && ":=".indexOf(line.charAt(sign)) >= 0;
        }
        return sign == line.length() || sign > at || ":=>,[{|+?".indexOf(line.charAt(sign)) >= 0
                || line.startsWith("</", sign) || (line.charAt(sign) == '(' && !isEmpty(line.substring(sign)));
    }
}
