package dev.tare.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The order of Maven's versions: numbers and words in turns, the known words before or at a release, the others after it.
 *
 * @see <a href="https://maven.apache.org/pom.html#version-order-specification">Maven, version order specification</a>
 */
final class MavenVersions {

    static final Comparator<String> ORDER = (one, other) -> compare(parse(one), parse(other));

    /** The empty one is a release. */
    private static final List<String> QUALIFIERS = List.of("alpha", "beta", "milestone", "rc", "snapshot", "", "sp");

    private static final Token PADDING = new Token('.', "");

    private MavenVersions() {}

    private static int compare(List<Token> one, List<Token> other) {
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            Token first = i < one.size() ? one.get(i) : padding(other.get(i));
            Token second = i < other.size() ? other.get(i) : padding(one.get(i));
            int order = first.compareTo(second);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static Token padding(Token against) {
        return new Token(against.separator, against.isNumber() ? "0" : PADDING.text);
    }

    private static List<Token> parse(String version) {
        List<Token> tokens = new ArrayList<>();
        char separator = '.';
        String text = version.toLowerCase(Locale.ROOT);
        for (int at = 0; at < text.length();) {
            char next = text.charAt(at);
            if (isSeparator(next)) {
                separator = next == '_' ? '-' : next;
                at++;
                continue;
            }
            int end = end(text, at);
            boolean beforeNumber = end < text.length() && Digits.isDigit(text.charAt(end));
            tokens.add(Token.of(separator, text.substring(at, end), beforeNumber));
            separator = '-';
            at = end;
        }
        trim(tokens);
        return tokens;
    }

    private static boolean isSeparator(char next) {
        return next == '.' || next == '-' || next == '_';
    }

    private static int end(String text, int from) {
        if (Digits.isDigit(text.charAt(from))) {
            return Digits.end(text, from);
        }
        int end = from;
        while (end < text.length() && !isSeparator(text.charAt(end)) && !Digits.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** What means nothing at the end of the whole, or before a hyphen, goes: 1.0.0 is 1, and 1.ga is 1. */
    private static void trim(List<Token> tokens) {
        boolean atEnd = true;
        for (int i = tokens.size() - 1; i > 0; i--) {
            Token token = tokens.get(i);
            if (atEnd && token.isNull()) {
                tokens.remove(i);
            } else {
                atEnd = token.separator == '-';
            }
        }
    }

    /** A number or a word, and what stands before it. */
    private record Token(char separator, String text) implements Comparable<Token> {

        static Token of(char separator, String text, boolean beforeNumber) {
            return new Token(separator, switch (text) {
                case "ga", "final", "release" -> "";
                case "cr" -> "rc";
                case "a" -> beforeNumber ? "alpha" : text;
                case "b" -> beforeNumber ? "beta" : text;
                case "m" -> beforeNumber ? "milestone" : text;
                default -> text;
            });
        }

        boolean isNumber() {
            return !this.text.isEmpty() && Digits.isDigit(this.text.charAt(0));
        }

        boolean isNull() {
            return isNumber() ? Digits.compare(this.text, "0") == 0 : this.text.isEmpty();
        }

        /** A word comes before a hyphen's number, and that before a dot's; at a dot a word comes first as well. */
        @Override
        public int compareTo(Token other) {
            if (isNumber() != other.isNumber()) {
                return isNumber() ? 1 : -1;
            }
            if (!isNumber()) {
                return compareWords(this.text, other.text);
            }
            return this.separator != other.separator ? (this.separator == '-' ? -1 : 1)
                    : Digits.compare(this.text, other.text);
        }

        private static int compareWords(String one, String other) {
            int first = QUALIFIERS.indexOf(one);
            int second = QUALIFIERS.indexOf(other);
            if (first >= 0 && second >= 0) {
                return Integer.compare(first, second);
            }
            return first < 0 && second < 0 ? one.compareTo(other) : first < 0 ? 1 : -1;
        }
    }
}
