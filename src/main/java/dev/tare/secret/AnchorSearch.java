package dev.tare.secret;

import java.util.function.ObjIntConsumer;

import dev.tare.secret.SecretRule.Hit;

/**
 * Finds the secrets in a window. Every form that is looked for has a run of at least ten letters, digits, dots, dashes
 * and underscores at its beginning, which most bytes of most files are no part of; so runs are searched for, and the
 * rules are asked only where a word begins in one.
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
            int end = Math.min(RUN.endOfRun(bytes, start + LEAST_RUN, window.end()), Math.max(to, start + LEAST_RUN));
            at = Math.max(end, searchRun(window, start, Math.min(end, to), found));
        }
        return at;
    }

    /** Returns where the last secret ends, which may be behind the run. */
    private static int searchRun(Window window, int start, int end, ObjIntConsumer<Hit> found) {
        int at = start + skipEscape(window, start);
        while (at < end) {
            Hit hit = beginsWord(window, at) ? Rules.ALL.match(window, at) : null;
            if (hit != null) {
                found.accept(hit, at);
                at = hit.end();
            } else {
                at = nextWord(window, at, end);
            }
        }
        return at;
    }

    private static int nextWord(Window window, int at, int end) {
        int next = at + 1;
        while (next < end && window.bytes()[next - 1] != '.') {
            next++;
        }
        return next;
    }

    private static boolean beginsWord(Window window, int at) {
        int before = window.at(at - 1);
        return before == '.' || !RUN.has(before) || skipEscape(window, at - 1) == 1;
    }

    /** The letter of an escaped line end or tab is no part of what follows. */
    private static int skipEscape(Window window, int at) {
        int c = window.at(at);
        return window.at(at - 1) == '\\' && (c == 'n' || c == 'r' || c == 't') ? 1 : 0;
    }
}
