package dev.tare.policy;

import java.util.Locale;

import dev.tare.image.InvalidValueException;

/**
 * A pattern for the names of packages and licenses, in which {@code *} stands for any characters and {@code ?} for one. The
 * case does not matter.
 *
 * @param text 1 to 128 characters
 */
public record NamePattern(String text) {

    private static final int MOST = 128;

    /** In characters. Longer names match by their beginning, so that a match has bounded cost. */
    private static final int LONGEST_NAME = 1_000;

    /** @throws InvalidValueException if the text is blank or too long */
    public NamePattern {
        if (text.isBlank() || text.length() > MOST) {
            throw new InvalidValueException("pattern", text,
                    "1 to " + MOST + " characters, in which * and ? are wildcards");
        }
    }

    boolean matches(String name) {
        String pattern = this.text.toLowerCase(Locale.ROOT);
        String subject = name.substring(0, Math.min(name.length(), LONGEST_NAME)).toLowerCase(Locale.ROOT);
        int at = 0;
        int next = 0;
        int star = -1;
        int retry = 0;
        while (at < subject.length()) {
            char wanted = next < pattern.length() ? pattern.charAt(next) : 0;
            if (wanted == '*') {
                star = next++;
                retry = at;
            } else if (next < pattern.length() && (wanted == '?' || wanted == subject.charAt(at))) {
                next++;
                at++;
            } else if (star >= 0) {
                next = star + 1;
                at = ++retry;
            } else {
                return false;
            }
        }
        while (next < pattern.length() && pattern.charAt(next) == '*') {
            next++;
        }
        return next == pattern.length();
    }
}
