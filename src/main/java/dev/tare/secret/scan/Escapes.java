package dev.tare.secret.scan;

import dev.tare.secret.Characters;
import dev.tare.secret.Window;

/**
 * Detects escaped characters: a backslash and a letter, a backslash with {@code u} or {@code x} and a number, or a
 * percent sign and a number, such as {@code %22}. The last character of an escape is not a part of the next word.
 */
final class Escapes {

    private static final Characters HEX = Characters.of("0123456789abcdefABCDEF");

    /** The maximum number of times that a percent sign itself is escaped. */
    private static final int MOST_NESTED = 4;

    private Escapes() {}

    /**
     * Whether an escape ends here, and its character does not belong to words.
     *
     * @param word the characters of words
     */
    static boolean endAt(Window window, int end, Characters word) {
        int last = window.at(end - 1);
        if (last == 'n' || last == 'r' || last == 't') {
            return window.at(end - 2) == '\\';
        }
        if (!HEX.has(last)) {
            return false;
        }
        boolean ofTwo = isMarked(window, end - 2, 'x') || isPercent(window, end - 2);
        return (ofTwo && isNumber(window, end, 2, word))
                || (isMarked(window, end - 4, 'u') && isNumber(window, end, 4, word));
    }

    private static boolean isMarked(Window window, int end, char mark) {
        return window.at(end - 1) == mark && window.at(end - 2) == '\\';
    }

    private static boolean isPercent(Window window, int end) {
        int at = end;
        for (int i = 0; i < MOST_NESTED && window.at(at - 1) == '5' && window.at(at - 2) == '2'; i++) {
            at -= 2;
        }
        return window.at(at - 1) == '%';
    }

    private static boolean isNumber(Window window, int end, int digits, Characters word) {
        int number = 0;
        for (int at = end - digits; at < end; at++) {
            if (!HEX.has(window.at(at))) {
                return false;
            }
            number = number << 4 | Character.digit(window.at(at), 16);
        }
        return number > 0xff || !word.has(number);
    }
}
