package dev.tare.policy;

import java.util.Comparator;
import java.util.stream.Stream;

import dev.tare.image.InvalidValueException;

/**
 * A pattern for paths. {@code *} stands for any characters of one name, {@code ?} for one of them, and {@code **} for any
 * names. A pattern without a leading slash matches at any depth, so {@code *.pem} matches {@code /etc/ssl/ca.pem}. The cost of
 * a match is proportional to the length of the path. {@link Steps} counts it, because a pattern may have several states at once.
 */
public final class PathPattern {

    private static final int MOST = 256;

    /** The positions in the part with wildcards are the bits of a number. */
    private static final int MOST_IN_THE_MIDDLE = 62;

    /** Characters in which a literal is found in the time of a step. */
    private static final int CHARACTERS_PER_STEP = 16;

    private static final char NAME = 1;

    private static final char ONE = 2;

    private static final char ALL = 3;

    /** Any names with their slashes, or nothing. */
    private static final char FOLDERS = 4;

    private final String text;

    private final String start;

    private final String middle;

    private final String end;

    /** The longest run of characters between the wildcards; may be empty. */
    private final String literal;

    private PathPattern(String text, String tokens) {
        this.text = text;
        int first = 0;
        while (first < tokens.length() && tokens.charAt(first) > FOLDERS) {
            first++;
        }
        int last = tokens.length();
        while (last > first && tokens.charAt(last - 1) > FOLDERS) {
            last--;
        }
        this.start = tokens.substring(0, first);
        this.middle = tokens.substring(first, last);
        this.end = tokens.substring(last);
        this.literal = Stream.of(this.middle.split("[\\x01-\\x04]"))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    /** @throws InvalidValueException if the text is blank, too long, or has too many characters between wildcards */
    public static PathPattern parse(String text) {
        PathPattern pattern = new PathPattern(text, tokens(text.startsWith("/") ? text : "/**/" + text));
        if (text.isBlank() || text.length() > MOST || pattern.middle.length() > MOST_IN_THE_MIDDLE) {
            throw new InvalidValueException("path pattern", text, "1 to " + MOST + " characters, at most "
                    + MOST_IN_THE_MIDDLE + " of them from the first to the last wildcard");
        }
        return pattern;
    }

    /** As written. */
    public String text() {
        return this.text;
    }

    /**
     * Whether a path matches. Most paths have another beginning or end, or lack the literal, and cost few steps.
     *
     * @param whole path with a leading slash
     */
    boolean matches(String whole, Steps steps) {
        steps.take(1);
        int length = whole.length();
        if (length < this.start.length() + this.end.length() || !whole.startsWith(this.start)
                || !whole.endsWith(this.end)) {
            return false;
        }
        if (this.middle.isEmpty()) {
            return length == this.start.length() + this.end.length();
        }
        String subject = whole.substring(this.start.length(), length - this.end.length());
        steps.take(length / CHARACTERS_PER_STEP);
        if (!subject.contains(this.literal)) {
            return false;
        }
        long states = open(1, 0);
        for (int i = 0; i < subject.length() && states != 0; i++) {
            steps.take(Long.bitCount(states));
            states = next(states, subject.charAt(i));
        }
        return (states >>> this.middle.length() & 1) != 0;
    }

    /** The positions after a character. */
    private long next(long states, char character) {
        long after = 0;
        for (long left = states; left != 0; left &= left - 1) {
            int i = Long.numberOfTrailingZeros(left);
            if (i < this.middle.length()) {
                after |= switch (this.middle.charAt(i)) {
                    case NAME -> character == '/' ? 0 : open(1L << i, i);
                    case ONE -> character == '/' ? 0 : open(1L << (i + 1), i + 1);
                    case ALL -> open(1L << i, i);
                    case FOLDERS -> character == '/' ? 1L << i | open(1L << (i + 1), i + 1) : 1L << i;
                    default -> this.middle.charAt(i) == character ? open(1L << (i + 1), i + 1) : 0;
                };
            }
        }
        return after;
    }

    /** These positions, and those behind wildcards that match nothing. A name before {@link #FOLDERS} must be complete. */
    private long open(long states, int from) {
        long all = states;
        for (int i = from; i < this.middle.length() && (all >>> i & 1) != 0 && isWild(this.middle.charAt(i)); i++) {
            all |= 1L << (i + 1);
        }
        return all;
    }

    private static boolean isWild(char token) {
        return token == NAME || token == ALL || token == FOLDERS;
    }

    private static String tokens(String text) {
        StringBuilder tokens = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (text.startsWith("**/", i) && i > 0 && text.charAt(i - 1) == '/') {
                tokens.append(FOLDERS);
                i += 2;
            } else if (text.startsWith("**", i)) {
                tokens.append(ALL);
                i++;
            } else if (character == '*') {
                tokens.append(NAME);
            } else if (character == '?') {
                tokens.append(ONE);
            } else {
                // Control characters in a pattern match nothing, instead of meaning a wildcard.
                tokens.append(character <= FOLDERS ? '\uffff' : character);
            }
        }
        return tokens.toString();
    }

    /** Counts the states of all patterns for all characters of paths, up to a limit. */
    static final class Steps {

        private final long most;

        private long taken;

        /** @param most the greatest number of steps */
        Steps(long most) {
            this.most = most;
        }

        /** Whether another path may be compared. */
        boolean areLeft() {
            return this.taken < this.most;
        }

        /** The number of steps so far. */
        long taken() {
            return this.taken;
        }

        private void take(int count) {
            this.taken += count;
        }
    }
}
