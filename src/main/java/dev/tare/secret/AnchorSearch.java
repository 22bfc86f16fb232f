package dev.tare.secret;

import java.util.function.ObjIntConsumer;

import dev.tare.secret.SecretRule.Hit;

/**
 * Finds the secrets in a window. Every form that is looked for has a run of at least ten letters, digits, dots, dashes
 * and underscores at its beginning, which most bytes of most files are no part of; so runs are searched for, and the
 * rules are asked only where one begins.
 */
final class AnchorSearch {

    static final int LEAST_RUN = 10;

    private static final Characters RUN = Characters.alphanumericAnd("._-");

    private AnchorSearch() {}

    /**
     * Hands on every secret that begins in a range.
     *
     * @return where to go on, which may be behind {@code to} if a secret ends there
     */
    static int find(Window window, int from, int to, ObjIntConsumer<Hit> found) {
        byte[] bytes = window.bytes();
        int at = from;
        while (at < to) {
            int start = RUN.nextRun(bytes, at, window.end(), LEAST_RUN);
            if (start < 0 || start >= to) {
                return to;
            }
            int word = start + skipEscape(window, start);
            Hit hit = isInside(window, word) ? null : Rules.ALL.match(window, word);
            if (hit != null) {
                found.accept(hit, word);
            }
            at = hit == null ? RUN.endOfRun(bytes, start + LEAST_RUN, Math.max(to, start + LEAST_RUN)) : hit.end();
        }
        return at;
    }

    /** Whether a run goes on here that a part of the content before has begun. */
    private static boolean isInside(Window window, int at) {
        return RUN.has(window.at(at - 1)) && skipEscape(window, at - 1) == 0;
    }

    /** The letter of an escaped line end or tab is no part of what follows. */
    private static int skipEscape(Window window, int at) {
        int c = window.at(at);
        return window.at(at - 1) == '\\' && (c == 'n' || c == 'r' || c == 't') ? 1 : 0;
    }
}
